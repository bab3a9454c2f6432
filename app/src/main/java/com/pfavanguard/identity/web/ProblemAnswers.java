package com.pfavanguard.identity.web;

import com.pfavanguard.kernel.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets filters refuse in the same words and shape as controllers. */
@Component
final class ProblemAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final HandlerExceptionResolver resolver;

  ProblemAnswers(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
    this.resolver = resolver;
  }

  void answer(HttpServletRequest request, HttpServletResponse response, Exception reason) {
    resolver.resolveException(request, response, null, reason);
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    answer(request, response, ApiException.unauthenticated("Sign in first."));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason) {
    String code = reason instanceof CsrfException ? "csrf" : "forbidden";
    String detail =
        reason instanceof CsrfException
            ? "The header X-XSRF-TOKEN must hold the value of the cookie XSRF-TOKEN."
            : "This is not allowed.";
    answer(request, response, ApiException.refused(403, code, detail));
  }
}
