package org.entente.desk.member;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Passkeys;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Passkeys as Spring Security reads and writes them. */
final class PasskeyRows implements UserCredentialRepository {
  private final Passkeys passkeys;
  private final Members members;
  private final PasskeyMembers handles;

  PasskeyRows(Passkeys passkeys, Members members, PasskeyMembers handles) {
    this.passkeys = passkeys;
    this.members = members;
    this.handles = handles;
  }

  @Override
  public void save(CredentialRecord record) {
    Member member = handles.member(record.getUserEntityUserId()).orElseThrow();
    Instant made = record.getCreated() == null ? Instant.now() : record.getCreated();
    Instant used = record.getLastUsed() == null ? made : record.getLastUsed();
    passkeys.save(
        new Passkeys.Kept(
            record.getCredentialId().toBase64UrlString(),
            member.id(),
            String.valueOf(record.getLabel()),
            PasskeyRecord.of(record).json(),
            made,
            used));
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes id) {
    return passkeys.byId(id.toBase64UrlString()).flatMap(this::record).orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return handles.member(handle).map(passkeys::of).orElse(List.of()).stream()
        .flatMap(k -> record(k).stream())
        .toList();
  }

  /** A passkey of an erased member is none. */
  private Optional<CredentialRecord> record(Passkeys.Kept kept) {
    return members
        .byId(kept.member())
        .map(m ->
            PasskeyRecord.parse(kept.record())
                .builder()
                .credentialId(Bytes.fromBase64(kept.id()))
                .userEntityUserId(handles.handle(m))
                .label(kept.label())
                .created(kept.made())
                .lastUsed(kept.used())
                .build());
  }

  @Override
  public void delete(Bytes id) {
    throw new IllegalStateException("a member removes its passkeys by Passkeys.delete");
  }
}
