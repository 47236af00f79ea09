package org.entente.desk.member;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.entente.store.Member;
import org.entente.store.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** Members as Spring Security's passkeys know them: by a number that tells nothing. */
final class PasskeyMembers implements PublicKeyCredentialUserEntityRepository {
  private final Members members;

  PasskeyMembers(Members members) {
    this.members = members;
  }

  Optional<Member> member(Bytes handle) {
    return members.byHandle(new String(handle.getBytes(), StandardCharsets.UTF_8));
  }

  Bytes handle(Member member) {
    return new Bytes(members.handle(member).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
    return member(id).map(this::entity).orElse(null);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
    return members.bySignIn(name).map(this::entity).orElse(null);
  }

  private PublicKeyCredentialUserEntity entity(Member member) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(handle(member))
        .name(member.name())
        .displayName(member.name())
        .build();
  }

  /** Members are made by joining, never by a passkey. */
  @Override
  public void save(PublicKeyCredentialUserEntity entity) {
    throw new IllegalStateException("a passkey makes no member");
  }

  @Override
  public void delete(Bytes id) {
    throw new IllegalStateException("a passkey ends no member");
  }
}
