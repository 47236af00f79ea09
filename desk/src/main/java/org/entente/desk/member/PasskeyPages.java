package org.entente.desk.member;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.desk.Entrance;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Pages;
import org.entente.desk.RateLimits;
import org.entente.desk.RateLimits.Limit;
import org.entente.desk.SignedIn;
import org.entente.desk.Site;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Passkeys;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys: made by a member, used to sign in. Spring Security checks them (Web Authentication
 * level 3); a challenge lies in the session and is used once. The desk's own address is what they
 * are bound to, so they work at {@code --site} or at localhost alone.
 */
public final class PasskeyPages {
  private static final String MAKING = PasskeyPages.class.getName() + ".making";
  private static final String SIGNING = PasskeyPages.class.getName() + ".signing";

  private final Entrance entrance;
  private final Site site;
  private final Passkeys passkeys;
  private final PasskeyMembers handles;
  private final PasskeyRows rows;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
  private @Nullable Webauthn4JRelyingPartyOperations operations;

  public PasskeyPages(Store store, Entrance entrance, Site site) {
    this.entrance = entrance;
    this.site = site;
    this.passkeys = new Passkeys(store);
    this.handles = new PasskeyMembers(new Members(store));
    this.rows = new PasskeyRows(passkeys, new Members(store), handles);
  }

  /** Made when first asked for: the desk knows its port only after it has started. */
  private synchronized Webauthn4JRelyingPartyOperations operations() {
    if (operations == null) {
      URI at = site.address();
      String origin = at.toString().substring(0, at.toString().length() - 1);
      PublicKeyCredentialRpEntity desk =
          PublicKeyCredentialRpEntity.builder().id(at.getHost()).name("Entente").build();
      operations = new Webauthn4JRelyingPartyOperations(handles, rows, desk, Set.of(origin));
      operations.setCustomizeCreationOptions(options ->
          options.authenticatorSelection(
              AuthenticatorSelectionCriteria.builder()
                  .residentKey(ResidentKeyRequirement.REQUIRED)
                  .userVerification(UserVerificationRequirement.PREFERRED)
                  .build()));
    }
    return operations;
  }

  /** What a browser needs to make one. */
  public ServerResponse making(ServerRequest request) {
    SignedIn.required(request);
    PublicKeyCredentialCreationOptions options =
        operations()
            .createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(
                    Objects.requireNonNull(authentication())));
    request.servletRequest().getSession().setAttribute(MAKING, options);
    return json(options);
  }

  /** Keeps one that a browser has made. */
  public ServerResponse make(ServerRequest request) throws IOException, ServletException {
    SignedIn.required(request);
    PublicKeyCredentialCreationOptions options =
        asked(request, MAKING, PublicKeyCredentialCreationOptions.class);
    PublicKeyCredential<AuthenticatorAttestationResponse> made =
        parsed(request, new TypeReference<>() {});
    String label = new Form(request).line("label", 60);
    RelyingPartyPublicKey key =
        new RelyingPartyPublicKey(made, label.isEmpty() ? "Passkey" : label);
    try {
      operations().registerCredential(new ImmutableRelyingPartyRegistrationRequest(options, key));
    } catch (RuntimeException e) {
      throw refused(e);
    }
    return json(Map.of("next", "/account#passkeys"));
  }

  /** What a browser needs to sign in. */
  public ServerResponse signing(ServerRequest request) {
    PublicKeyCredentialRequestOptions options =
        operations()
            .createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(authentication()));
    request.servletRequest().getSession().setAttribute(SIGNING, options);
    return json(options);
  }

  /** Signs in. */
  public ServerResponse sign(ServerRequest request) throws IOException, ServletException {
    String machine = RateLimits.machine(request);
    entrance.limits().check(Limit.SIGN_IN_MACHINE, machine);
    PublicKeyCredentialRequestOptions options =
        asked(request, SIGNING, PublicKeyCredentialRequestOptions.class);
    PublicKeyCredential<AuthenticatorAssertionResponse> signed =
        parsed(request, new TypeReference<>() {});
    Member member;
    try {
      var entity =
          operations().authenticate(new RelyingPartyAuthenticationRequest(options, signed));
      member = handles.member(entity.getId()).orElseThrow();
    } catch (RuntimeException e) {
      entrance.limits().count(Limit.SIGN_IN_MACHINE, machine);
      throw refused(e);
    }
    entrance.sessions().begin(request, member);
    return json(Map.of("next", new Form(request).next()));
  }

  /** Forgets one of one's own. */
  public ServerResponse remove(ServerRequest request) {
    Member member = SignedIn.required(request);
    if (!passkeys.delete(member, request.pathVariable("passkey"))) {
      throw Fault.missing("You have no such passkey.");
    }
    return Pages.seeOther("/account#passkeys");
  }

  private static @Nullable Authentication authentication() {
    return SecurityContextHolder.getContext().getAuthentication();
  }

  /** What was asked of the browser, once. */
  private static <T> T asked(ServerRequest request, String name, Class<T> type) {
    HttpSession session = request.servletRequest().getSession(false);
    Object options = session == null ? null : session.getAttribute(name);
    if (session == null || !type.isInstance(options)) {
      throw Fault.badRequest("This was answered already, or too late; try again.");
    }
    session.removeAttribute(name);
    return type.cast(options);
  }

  private <T> T parsed(ServerRequest request, TypeReference<T> type)
      throws IOException, ServletException {
    try {
      return json.readValue(request.body(String.class), type);
    } catch (JacksonException e) {
      throw Fault.badRequest("This is no answer of a passkey.");
    }
  }

  /** Which check failed is nothing that a stranger needs to know. */
  private static Fault refused(RuntimeException e) {
    Fault fault = new Fault(HttpStatus.FORBIDDEN, "This passkey is not known here.");
    fault.addSuppressed(e);
    return fault;
  }

  private ServerResponse json(Object value) {
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writeValueAsString(value));
  }
}
