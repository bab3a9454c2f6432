package com.pfavanguard.identity.sso;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Reads ID tokens as the library does, with timeouts. Only signatures by a key pair count: "none"
 * and secrets that somebody else may know are no signature here.
 */
final class IdTokens implements JwtDecoderFactory<ClientRegistration> {
  private static final Set<SignatureAlgorithm> SIGNATURES =
      Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

  private final ClientHttpRequestFactory requests;
  private final ConcurrentMap<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

  IdTokens(ClientHttpRequestFactory requests) {
    this.requests = requests;
  }

  @Override
  public JwtDecoder createDecoder(ClientRegistration provider) {
    return decoders.computeIfAbsent(provider.getRegistrationId(), _ -> decoder(provider));
  }

  private JwtDecoder decoder(ClientRegistration provider) {
    String keys = Objects.requireNonNull(provider.getProviderDetails().getJwkSetUri());
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(keys)
            .jwsAlgorithms(algorithms -> algorithms.addAll(SIGNATURES))
            .restOperations(new RestTemplate(requests))
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(), new OidcIdTokenValidator(provider)));
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    return decoder;
  }
}
