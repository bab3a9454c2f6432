package com.pfavanguard.identity.web;

import com.pfavanguard.kernel.ApiException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Serves nothing but the change to whoever must first change their password. */
final class PasswordChangeFilter extends OncePerRequestFilter {
  private final ProblemAnswers problems;

  PasswordChangeFilter(ProblemAnswers problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/auth/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication instanceof SessionAuthentication session
        && session.getPrincipal().standing().passwordChangeDue()) {
      problems.answer(
          request,
          response,
          ApiException.refused(
              403, "password_change_due", "Change your password first: POST /api/auth/password."));
    } else {
      chain.doFilter(request, response);
    }
  }
}
