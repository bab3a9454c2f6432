package com.pfavanguard.flags.maintenance;

import com.pfavanguard.identity.Permission;
import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses with 503 what people may not do during maintenance. It comes after the security filters:
 * who is not signed in hears that first, and administrators (ManageSettings anywhere) pass. Signing
 * in and out is always possible, else no administrator could come in.
 */
@Component
@Role.Server
class MaintenanceFilter extends OncePerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Maintenance maintenance;
  private final HandlerExceptionResolver resolver;
  private final Clock clock;

  MaintenanceFilter(
      Maintenance maintenance,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver,
      Clock clock) {
    this.maintenance = maintenance;
    this.resolver = resolver;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.startsWith("/api/")
        || path.startsWith("/api/auth/")
        || path.equals("/api/maintenance");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    MaintenanceState state = maintenance.now();
    if (!state.refuses(READING.contains(request.getMethod())) || byAdministrator()) {
      chain.doFilter(request, response);
      return;
    }
    Instant now = clock.instant();
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(state.retryAfter(now).toSeconds()));
    resolver.resolveException(request, response, null, refusal(state));
  }

  private static boolean byAdministrator() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
        && authentication.getPrincipal() instanceof SignedIn signedIn
        && signedIn.caller().permissions().values().stream()
            .anyMatch(own -> own.contains(Permission.ManageSettings));
  }

  private static ApiException refusal(MaintenanceState state) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("state", state.stage().apiName());
    if (state.endsAt() != null) {
      members.put("endsAt", state.endsAt());
    }
    return ApiException.refused(503, "maintenance", state.text(), members);
  }
}
