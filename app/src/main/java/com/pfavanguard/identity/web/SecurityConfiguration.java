package com.pfavanguard.identity.web;

import static org.springframework.security.config.Customizer.withDefaults;

import com.pfavanguard.identity.Sessions;
import com.pfavanguard.identity.sso.SingleSignOn;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * The order in which a request to a server is judged: who, how often, from where, allowed at all.
 */
@Configuration(proxyBeanMethods = false)
@Role.Server
class SecurityConfiguration {

  @Bean
  SecurityFilterChain serverRequests(
      HttpSecurity http,
      Sessions sessions,
      ProblemAnswers problems,
      RateLimitFilter rateLimit,
      AccessProperties access,
      ObjectProvider<SingleSignOn> sso) {
    sso.ifAvailable(offered -> offered.offer(http, new SsoDoor(sessions)));
    return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .logout(logout -> logout.disable())
        // The others stand on every answer, also those that never come here (BrowserRules).
        .headers(headers -> headers.defaultsDisabled().cacheControl(withDefaults()))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(new SessionCsrf())
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                    .requireCsrfProtectionMatcher(SessionCsrf.NEEDED))
        .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .addFilterBefore(new SessionFilter(sessions, problems), CsrfFilter.class)
        .addFilterBefore(rateLimit, CsrfFilter.class)
        .addFilterAfter(new PasswordChangeFilter(problems), CsrfFilter.class)
        .authorizeHttpRequests(rules -> judge(rules, access))
        .build();
  }

  private static void judge(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules,
      AccessProperties access) {
    rules
        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
        .permitAll()
        .requestMatchers(HttpMethod.POST, "/api/auth/login", "/api/auth/invitations/accept")
        .permitAll()
        .requestMatchers(HttpMethod.GET, "/api/auth/sign-in-options")
        .permitAll()
        // Whoever is kept out may know why, and until when.
        .requestMatchers(HttpMethod.GET, "/api/maintenance")
        .permitAll()
        .requestMatchers("/api/**")
        .authenticated()
        // A plain GET learns only that it must upgrade.
        .requestMatchers(
            request ->
                request.getRequestURI().startsWith("/ws/")
                    && !"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE)))
        .permitAll()
        .requestMatchers("/ws/**")
        .access(new OwnOrigin(access.allowedOrigins()))
        // What is left is public: the front end's files, health, the API description.
        .requestMatchers(HttpMethod.GET, "/**")
        .permitAll()
        .requestMatchers(HttpMethod.HEAD, "/**")
        .permitAll()
        .anyRequest()
        .authenticated();
  }

  @Bean
  RequestRejectedHandler rejectedRequests(ProblemAnswers problems) {
    return (request, response, reason) ->
        problems.answer(
            request,
            response,
            ApiException.badRequest("bad_request", "The address of this request is malformed."));
  }

  /** pfaIds may hold any character, percent-encoded. Patterns are matched on the encoded parts. */
  @Bean
  HttpFirewall httpFirewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowUrlEncodedSlash(true);
    firewall.setAllowUrlEncodedDoubleSlash(true);
    firewall.setAllowUrlEncodedPercent(true);
    firewall.setAllowUrlEncodedPeriod(true);
    firewall.setAllowBackSlash(true);
    firewall.setAllowSemicolon(true);
    return firewall;
  }
}
