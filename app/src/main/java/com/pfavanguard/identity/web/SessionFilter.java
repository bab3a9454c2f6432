package com.pfavanguard.identity.web;

import com.pfavanguard.identity.SessionKey;
import com.pfavanguard.identity.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who is calling. Nothing is remembered between requests, so a revocation bites at once.
 */
final class SessionFilter extends OncePerRequestFilter {
  private static final String USER = "userId";

  private final Sessions sessions;
  private final ProblemAnswers problems;

  SessionFilter(Sessions sessions, ProblemAnswers problems) {
    this.sessions = sessions;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.startsWith("/api") && !path.startsWith("/ws");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      authenticate(request);
    } catch (DataAccessException e) {
      problems.answer(request, response, e);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(USER);
    }
  }

  private void authenticate(HttpServletRequest request) {
    Optional<Credentials> credentials = Credentials.of(request);
    credentials
        .flatMap(given -> sessions.find(SessionKey.ofToken(given.token())))
        .ifPresent(
            signedIn -> {
              var context = SecurityContextHolder.createEmptyContext();
              context.setAuthentication(
                  new SessionAuthentication(signedIn, credentials.orElseThrow()));
              SecurityContextHolder.setContext(context);
              MDC.put(USER, signedIn.caller().userId().toString());
            });
  }
}
