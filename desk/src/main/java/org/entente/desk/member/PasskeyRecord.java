package org.entente.desk.member;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept of a passkey, as JSON in the store.
 *
 * @param key the public key in COSE, as base64url
 * @param counter how often the device says it signed
 * @param verified whether the device has checked its user
 * @param eligible whether it may be backed up
 * @param backedUp whether it is
 * @param transports how the device is reached
 * @param attestation what the device said when it was made
 * @param client what the browser said when it was made
 */
record PasskeyRecord(
    String key,
    long counter,
    boolean verified,
    boolean eligible,
    boolean backedUp,
    Set<String> transports,
    String attestation,
    String client) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  PasskeyRecord {
    transports = Set.copyOf(transports);
  }

  static PasskeyRecord of(CredentialRecord record) {
    return new PasskeyRecord(
        new Bytes(record.getPublicKey().getBytes()).toBase64UrlString(),
        record.getSignatureCount(),
        record.isUvInitialized(),
        record.isBackupEligible(),
        record.isBackupState(),
        record.getTransports().stream()
            .map(AuthenticatorTransport::getValue)
            .collect(Collectors.toSet()),
        text(record.getAttestationObject()),
        text(record.getAttestationClientDataJSON()));
  }

  private static String text(@org.jspecify.annotations.Nullable Bytes bytes) {
    return bytes == null ? "" : bytes.toBase64UrlString();
  }

  static PasskeyRecord parse(String json) {
    return JSON.readValue(json, PasskeyRecord.class);
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  ImmutableCredentialRecord.ImmutableCredentialRecordBuilder builder() {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .publicKey(new ImmutablePublicKeyCose(Bytes.fromBase64(key).getBytes()))
        .signatureCount(counter)
        .uvInitialized(verified)
        .backupEligible(eligible)
        .backupState(backedUp)
        .transports(
            transports.stream().map(AuthenticatorTransport::valueOf).collect(Collectors.toSet()))
        .attestationObject(Bytes.fromBase64(attestation))
        .attestationClientDataJSON(Bytes.fromBase64(client));
  }
}
