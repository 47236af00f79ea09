package org.entente.desk.member;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.entente.desk.OpenIdSettings;
import org.entente.desk.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What one issuer of OpenID Connect says about who sits before a browser (OpenID Connect Core 1.0,
 * section 3.1: authorization code, with PKCE). Spring Security checks state, signature, issuer,
 * audience, time and nonce. The issuer is asked for its own description when somebody first wants
 * to sign in by it; nothing else is ever asked. This is the only class of the desk that needs the
 * library, so that it is not loaded where no issuer is named. Thread-safe.
 */
final class OpenIdClient {
  private static final String ID = "openid";

  private final OpenIdSettings settings;
  private final Site site;
  private final OidcAuthorizationCodeAuthenticationProvider checks;
  private final RestTemplate reading;
  private @Nullable ClientRegistration registration;
  private @Nullable JwtDecoder decoder;

  OpenIdClient(OpenIdSettings settings, Site site) {
    this.settings = settings;
    this.site = site;
    ClientHttpRequestFactory requests = requests();
    DefaultOAuth2UserService more = new DefaultOAuth2UserService();
    RestTemplate reading = new RestTemplate(requests);
    more.setRestOperations(reading);
    OidcUserService users = new OidcUserService();
    users.setOauth2UserService(more);
    this.reading = reading;
    this.checks = new OidcAuthorizationCodeAuthenticationProvider(tokens(requests), users);
    checks.setJwtDecoderFactory(this::decoder);
  }

  /** As the library makes it, but waiting for keys as long as for all else. */
  private synchronized JwtDecoder decoder(ClientRegistration registration) {
    JwtDecoder known = decoder;
    if (known == null) {
      NimbusJwtDecoder made =
          NimbusJwtDecoder.withJwkSetUri(
                  Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
              .jwsAlgorithm(algorithm(registration))
              .restOperations(reading)
              .build();
      made.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
      made.setJwtValidator(
          new DelegatingOAuth2TokenValidator<>(
              new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
      known = made;
      decoder = known;
    }
    return known;
  }

  /** Nobody is followed elsewhere, nobody is waited for long. */
  private static ClientHttpRequestFactory requests() {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build());
    requests.setReadTimeout(Duration.ofSeconds(10));
    return requests;
  }

  private static RestClientAuthorizationCodeTokenResponseClient tokens(
      ClientHttpRequestFactory requests) {
    RestClientAuthorizationCodeTokenResponseClient tokens =
        new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(
        RestClient.builder()
            .requestFactory(requests)
            .configureMessageConverters(c ->
                c.addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return tokens;
  }

  /** RS256, unless the issuer says that it signs otherwise; never a shared secret. */
  private static SignatureAlgorithm algorithm(ClientRegistration registration) {
    Object named =
        registration
            .getProviderDetails()
            .getConfigurationMetadata()
            .get("id_token_signing_alg_values_supported");
    List<?> all = named instanceof List<?> list ? list : List.of();
    return all.contains("RS256")
        ? SignatureAlgorithm.RS256
        : all.stream()
            .map(a -> SignatureAlgorithm.from(String.valueOf(a)))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(SignatureAlgorithm.RS256);
  }

  /**
   * A question to the issuer.
   *
   * @param address where the browser is led with it
   * @param question what the answer must fit
   */
  record Asked(URI address, OAuth2AuthorizationRequest question) {}

  /** Asks anew: with a state, a nonce and a proof of its own. */
  Asked ask(ServerRequest request) {
    ClientRegistration registration = registration();
    DefaultOAuth2AuthorizationRequestResolver questions =
        new DefaultOAuth2AuthorizationRequestResolver(id -> registration);
    questions.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    OAuth2AuthorizationRequest question =
        Objects.requireNonNull(questions.resolve(request.servletRequest(), ID));
    return new Asked(URI.create(question.getAuthorizationRequestUri()), question);
  }

  private synchronized ClientRegistration registration() {
    ClientRegistration known = registration;
    if (known == null) {
      known =
          ClientRegistrations.fromOidcIssuerLocation(settings.issuer().toString())
              .registrationId(ID)
              .clientId(settings.client())
              .clientSecret(settings.secret())
              .redirectUri(site.link(OpenIdPages.BACK).toString())
              .scope("openid", "email", "profile")
              .userNameAttributeName("sub")
              .build();
      registration = known;
    }
    return known;
  }

  /**
   * Who it is, when the answer fits the question and holds.
   *
   * @throws RuntimeException when it does not, or the issuer does not answer
   */
  Proved proved(Asked asked, ServerRequest request) {
    OAuth2AuthorizationExchange exchange =
        new OAuth2AuthorizationExchange(asked.question(), answer(asked, request));
    var checked = checks.authenticate(new OAuth2LoginAuthenticationToken(registration(), exchange));
    OidcUser user =
        (OidcUser) Objects.requireNonNull(Objects.requireNonNull(checked).getPrincipal());
    boolean confirmed = Boolean.TRUE.equals(user.getEmailVerified());
    return new Proved(
        Objects.requireNonNull(user.getSubject()),
        confirmed,
        text(user.getEmail()),
        text(user.getFullName()));
  }

  private static String text(@Nullable String claim) {
    return claim == null ? "" : claim;
  }

  private static OAuth2AuthorizationResponse answer(Asked asked, ServerRequest request) {
    String code = request.param("code").orElse("");
    OAuth2AuthorizationResponse.Builder answer =
        code.isEmpty()
            ? OAuth2AuthorizationResponse.error(request.param("error").orElse("no_code"))
            : OAuth2AuthorizationResponse.success(code);
    return answer
        .redirectUri(Objects.requireNonNull(asked.question().getRedirectUri()))
        .state(request.param("state").orElse("none"))
        .build();
  }

  /**
   * Who somebody is, by the word of the issuer.
   *
   * @param subject who, as the issuer has it
   * @param confirmed whether the issuer has proved the address
   * @param mail the address; may be empty
   * @param name the name there; may be empty
   */
  record Proved(String subject, boolean confirmed, String mail, String name) {}
}
