package com.pfavanguard.identity.web;

import com.pfavanguard.identity.OpenedSession;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.identity.SessionScope;
import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.identity.account.NarrowSessions;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Personal access tokens for scripts; they are listed and ended as sessions. */
@RestController
@Role.Server
@RequestMapping("/api/auth/tokens")
class AccessTokenController {
  private static final int LONGEST_DAYS = 366;
  private static final int LONGEST_NAME = 100;

  /**
   * @param name what the token is for, 1 to 100 characters
   * @param days of validity, 1 to 366
   * @param permissions what it may do, never more than the caller; absent for all the caller may
   * @param organizations ids where it may do so; absent for all of the caller's
   */
  record Wanted(
      @Nullable String name,
      @Nullable Integer days,
      @Nullable Set<Permission> permissions,
      @Nullable List<String> organizations) {}

  /**
   * @param token shown this once
   */
  record Made(UUID sessionId, String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "Made[" + sessionId + "]";
    }
  }

  private final NarrowSessions narrowSessions;

  AccessTokenController(NarrowSessions narrowSessions) {
    this.narrowSessions = narrowSessions;
  }

  /** Makes a token; needs a session opened by signing in. 404 for a foreign organization. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Made make(SignedIn signedIn, @RequestBody Wanted wanted, HttpServletRequest request) {
    String name = wanted.name() == null ? "" : wanted.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw ApiException.badRequest("bad_parameter", "Give a name of 1 to 100 characters.");
    }
    int days = wanted.days() == null ? 0 : wanted.days();
    if (days < 1 || days > LONGEST_DAYS) {
      throw ApiException.badRequest("bad_parameter", "Give days of validity, 1 to 366.");
    }
    OpenedSession opened =
        narrowSessions.accessToken(
            signedIn,
            name,
            new SessionScope(wanted.permissions(), wanted.organizations()),
            Origins.of(request),
            Duration.ofDays(days));
    return new Made(opened.sessionId(), opened.token(), opened.expiresAt());
  }
}
