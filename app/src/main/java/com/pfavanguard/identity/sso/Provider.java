package com.pfavanguard.identity.sso;

import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** How we talk to the provider. */
record Provider(
    ClientRegistrationRepository registrations,
    Attempts attempts,
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens) {}
