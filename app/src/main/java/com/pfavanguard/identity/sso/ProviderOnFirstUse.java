package com.pfavanguard.identity.sso;

import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;

/**
 * The provider, discovered when the first person signs in through it: a server starts without it.
 */
final class ProviderOnFirstUse implements ClientRegistrationRepository {
  static final String ID = "sso";

  private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
      new ParameterizedTypeReference<>() {};

  private final SsoProperties properties;
  private final RestClient http;
  private final ReentrantLock discovering = new ReentrantLock();
  private volatile @Nullable ClientRegistration provider;

  ProviderOnFirstUse(SsoProperties properties, RestClient http) {
    this.properties = properties;
    this.http = http;
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
    return ID.equals(registrationId) ? provider() : null;
  }

  private ClientRegistration provider() {
    ClientRegistration known = provider;
    if (known != null) {
      return known;
    }
    discovering.lock();
    try {
      ClientRegistration found = provider == null ? discover() : provider;
      provider = found;
      return found;
    } finally {
      discovering.unlock();
    }
  }

  private ClientRegistration discover() {
    String issuer = properties.issuer();
    String address = issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
    Map<String, Object> document = http.get().uri(address).retrieve().body(DOCUMENT);
    if (document == null || !issuer.equals(document.get("issuer"))) {
      throw new IllegalStateException("The provider at " + address + " is not " + issuer);
    }
    var registration =
        ClientRegistrations.fromOidcConfiguration(document)
            .registrationId(ID)
            .clientId(properties.clientId())
            .clientSecret(properties.clientSecret())
            .scope(properties.scopes())
            .redirectUri("{baseUrl}" + SingleSignOn.CALLBACK)
            .clientSettings(ClientSettings.builder().requireProofKey(true).build());
    if (properties.clientSecret().isBlank()) {
      registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
    }
    return registration.build();
  }
}
