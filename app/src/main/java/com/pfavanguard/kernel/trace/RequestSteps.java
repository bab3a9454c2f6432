package com.pfavanguard.kernel.trace;

import com.pfavanguard.kernel.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Each request of the API is a step of the trace that its traceparent names. */
@Component
@Role.Server
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestSteps extends OncePerRequestFilter {
  private static final int FIRST_ERROR = 500;

  private final Traces traces;

  RequestSteps(Traces traces) {
    this.traces = traces;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !traces.on() || !request.getServletPath().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (Step step = traces.request(request.getMethod(), request.getHeader("traceparent"))) {
      step.with("http.request.method", request.getMethod());
      String id = MDC.get("requestId");
      if (id != null) {
        step.with("vanguard.request_id", id);
      }
      chain.doFilter(request, response);
      // The route, never the path: what stands in addresses is the client's choice.
      if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
          instanceof String route) {
        step.named(request.getMethod() + " " + route).with("http.route", route);
      }
      step.with("http.response.status_code", Integer.toString(response.getStatus()));
      if (response.getStatus() >= FIRST_ERROR) {
        step.failed();
      }
    }
  }
}
