package com.pfavanguard.identity.web;

import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/** Bounds how often one user (or, before signing in, one address) may call the API. */
@Component
@Role.Server
class RateLimitFilter extends OncePerRequestFilter {
  /** Decodes as the dispatcher does: another spelling of a path is the same path. */
  private static final UrlPathHelper PATHS = UrlPathHelper.defaultInstance;

  private record Rule(String key, int perMinute) {}

  private final RateLimits limits;
  private final AccessProperties access;
  private final ProblemAnswers problems;

  RateLimitFilter(RateLimits limits, AccessProperties access, ProblemAnswers problems) {
    this.limits = limits;
    this.access = access;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = PATHS.getPathWithinApplication(request);
    return !path.startsWith("/api") && !path.startsWith("/ws");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Rule rule = rule(request);
    int perMinute = rule.perMinute();
    ConsumptionProbe probe = limits.take(rule.key(), perMinute);
    response.setIntHeader("X-RateLimit-Limit", perMinute);
    response.setHeader("X-RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
    response.setHeader("X-RateLimit-Reset", seconds(probe.getNanosToWaitForReset()));
    if (probe.isConsumed()) {
      chain.doFilter(request, response);
    } else {
      response.setHeader(HttpHeaders.RETRY_AFTER, seconds(probe.getNanosToWaitForRefill()));
      problems.answer(request, response, tooMany(perMinute));
    }
  }

  private Rule rule(HttpServletRequest request) {
    return switch (request.getMethod() + " " + PATHS.getPathWithinApplication(request)) {
      case "POST /api/pems/write-sync" ->
          new Rule("write-sync " + who(request), access.writeSyncPerMinute());
      // Checking a password costs a core 50 ms, whoever asks for it.
      case "POST /api/auth/login" ->
          new Rule("sign-in " + request.getRemoteAddr(), access.signInsPerMinute());
      default -> new Rule(who(request), access.requestsPerMinute());
    };
  }

  private static ApiException tooMany(int perMinute) {
    return ApiException.refused(
        429, "rate_limited", "At most " + perMinute + " of these requests a minute are served.");
  }

  private static String who(HttpServletRequest request) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication instanceof SessionAuthentication session
        ? "user " + session.getPrincipal().caller().userId()
        : "address " + request.getRemoteAddr();
  }

  /** Rounded up, so that who waits this long is served. */
  private static String seconds(long nanos) {
    return Long.toString((nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1));
  }
}
