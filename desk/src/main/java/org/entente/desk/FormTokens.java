package org.entente.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * The tokens that forms carry. That of a member is made of the key of its session (HMAC-SHA256), so
 * that it holds as long as the session does, also when the desk is started anew, and is kept
 * nowhere. That of a reader lies in a session in memory, which begins with the first form.
 */
final class FormTokens implements CsrfTokenRepository {
  private static final String HEADER = "X-CSRF-TOKEN";
  private static final String FIELD = "_csrf";

  private final SessionKeys keys;
  private final CsrfTokenRepository readers = new HttpSessionCsrfTokenRepository();

  FormTokens(SessionKeys keys) {
    this.keys = keys;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    CsrfToken token = ofMember(request);
    return token == null ? readers.generateToken(request) : token;
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (keys.of(request) == null) {
      readers.saveToken(token, request, response);
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    CsrfToken token = ofMember(request);
    return token == null ? readers.loadToken(request) : token;
  }

  private @Nullable CsrfToken ofMember(HttpServletRequest request) {
    String key = keys.of(request);
    return key == null ? null : new DefaultCsrfToken(HEADER, FIELD, made(key));
  }

  private static String made(String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      byte[] bits = mac.doFinal("token of forms".getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
