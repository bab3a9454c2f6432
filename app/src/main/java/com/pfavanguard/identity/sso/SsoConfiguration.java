package com.pfavanguard.identity.sso;

import com.pfavanguard.kernel.Role;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.client.RestClient;

/** Nothing here is made, loaded or asked unless a provider is configured. */
@Configuration(proxyBeanMethods = false)
@Role.Server
@ConditionalOnExpression("!'${vanguard.sso.issuer:}'.isBlank()")
class SsoConfiguration {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Bean
  SingleSignOn singleSignOn(
      SsoProperties properties, JdbcClient jdbc, TransactionOperations transactions) {
    var registrations =
        new ProviderOnFirstUse(properties, RestClient.builder().requestFactory(requests()).build());
    var tokens = new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(tokenRequests());
    return new SingleSignOn(
        new SsoAccounts(properties, new SsoIdentityStore(jdbc), transactions),
        new Provider(registrations, new Attempts(new AttemptStore(jdbc, registrations)), tokens),
        properties.name());
  }

  /** Found by its type. */
  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens() {
    return new IdTokens(requests());
  }

  private static RestClient tokenRequests() {
    return RestClient.builder()
        .requestFactory(requests())
        .configureMessageConverters(
            converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  /** Never follows a redirect: the provider's own document names its addresses. */
  private static ClientHttpRequestFactory requests() {
    var factory =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    factory.setReadTimeout(PATIENCE);
    return factory;
  }
}
