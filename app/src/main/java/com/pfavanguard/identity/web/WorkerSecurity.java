package com.pfavanguard.identity.web;

import com.pfavanguard.kernel.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** A worker answers nobody but its monitoring. */
@Configuration(proxyBeanMethods = false)
@Role.Worker
class WorkerSecurity {

  @Bean
  SecurityFilterChain workerRequests(HttpSecurity http, ProblemAnswers problems) {
    return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .logout(logout -> logout.disable())
        .authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers(HttpMethod.GET, "/actuator/**")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .build();
  }
}
