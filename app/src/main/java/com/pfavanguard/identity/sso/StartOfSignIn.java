package com.pfavanguard.identity.sso;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** There is one provider, so its address needs no name. */
final class StartOfSignIn implements OAuth2AuthorizationRequestResolver {
  private final OAuth2AuthorizationRequestResolver requests;

  StartOfSignIn(ClientRegistrationRepository providers) {
    this.requests = new DefaultOAuth2AuthorizationRequestResolver(providers, SingleSignOn.START);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    boolean start =
        request.getMethod().equals("GET") && request.getRequestURI().equals(SingleSignOn.START);
    return start ? resolve(request, ProviderOnFirstUse.ID) : null;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(
      HttpServletRequest request, String registrationId) {
    return requests.resolve(request, registrationId);
  }
}
