package org.entente.desk.member;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.desk.OpenIdSettings;
import org.entente.desk.Receiver;
import tools.jackson.databind.json.JsonMapper;

/**
 * An issuer of OpenID Connect on loopback, with keys of its own, that says what a test tells it.
 */
final class Issuer implements AutoCloseable {
  static final String CLIENT = "the desk";
  static final String SECRET = "a secret of the test";

  private static final JsonMapper JSON = new JsonMapper();

  private final Receiver server = new Receiver();
  private final KeyPair keys = keys();

  Issuer() {
    put(
        "/.well-known/openid-configuration",
        Map.of(
            "issuer", address(),
            "authorization_endpoint", address() + "/authorize",
            "token_endpoint", address() + "/token",
            "jwks_uri", address() + "/keys",
            "response_types_supported", List.of("code"),
            "subject_types_supported", List.of("public"),
            "id_token_signing_alg_values_supported", List.of("RS256")));
    server.put("/authorize", Receiver.Answer.of("text/html", "<p>Who are you?</p>"));
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    put(
        "/keys",
        Map.of(
            "keys",
            List.of(
                Map.of(
                    "kty", "RSA",
                    "use", "sig",
                    "alg", "RS256",
                    "kid", "one",
                    "n", coded(unsigned(key.getModulus().toByteArray())),
                    "e", coded(unsigned(key.getPublicExponent().toByteArray()))))));
  }

  private static byte[] unsigned(byte[] number) {
    return number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
  }

  static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String address() {
    return server.address();
  }

  OpenIdSettings settings() {
    return new OpenIdSettings(java.net.URI.create(address()), CLIENT, SECRET);
  }

  List<Receiver.Got> got() {
    return server.all();
  }

  private void put(String path, Map<String, Object> json) {
    server.put(path, Receiver.Answer.of("application/json", JSON.writeValueAsString(json)));
  }

  /** What a right token says of somebody who asked with a nonce. */
  Map<String, Object> claims(String nonce) {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", address());
    claims.put("aud", CLIENT);
    claims.put("iat", now);
    claims.put("exp", now + 600);
    claims.put("nonce", nonce);
    claims.put("email_verified", true);
    return claims;
  }

  /** The next code gets these claims, signed by the issuer. */
  void says(Map<String, Object> claims) {
    says(claims, keys);
  }

  /** The same, signed by a key. */
  void says(Map<String, Object> claims, KeyPair by) {
    says(signed(claims, by));
  }

  void says(String token) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", "of no use to the desk");
    answer.put("token_type", "Bearer");
    answer.put("expires_in", 600);
    answer.put("id_token", token);
    put("/token", answer);
  }

  private static String signed(Map<String, Object> claims, KeyPair by) {
    String words =
        coded("{\"alg\":\"RS256\",\"kid\":\"one\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + coded(JSON.writeValueAsBytes(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(by.getPrivate());
      signature.update(words.getBytes(StandardCharsets.US_ASCII));
      return words + "." + coded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token that nobody signed. */
  static String unsigned(Map<String, Object> claims) {
    return coded("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
        + "."
        + coded(JSON.writeValueAsBytes(claims))
        + ".";
  }

  static String coded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.close();
  }
}
