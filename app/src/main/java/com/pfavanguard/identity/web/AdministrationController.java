package com.pfavanguard.identity.web;

import com.pfavanguard.identity.OpenedSession;
import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.identity.account.Administration;
import com.pfavanguard.identity.account.NarrowSessions;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an administrator does to an account, and looking at the product as somebody else. */
@RestController
@Role.Server
@RequestMapping("/api/users/{userId}")
class AdministrationController {
  record Impersonation(@Nullable String organizationId) {}

  /**
   * @param token of a session of 30 minutes
   */
  record Looking(UUID sessionId, String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "Looking[" + sessionId + "]";
    }
  }

  record Link(String invitationToken) {
    @Override
    public String toString() {
      return "Link[]";
    }
  }

  private final Administration administration;
  private final NarrowSessions narrowSessions;

  AdministrationController(Administration administration, NarrowSessions narrowSessions) {
    this.administration = administration;
    this.narrowSessions = narrowSessions;
  }

  /** System administrators only: the account is out at once, everywhere. */
  @PostMapping("/disable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void disable(SignedIn signedIn, @PathVariable UUID userId) {
    administration.disable(signedIn, userId);
  }

  /** System administrators only. */
  @PostMapping("/enable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void enable(SignedIn signedIn, @PathVariable UUID userId) {
    administration.enable(signedIn, userId);
  }

  /**
   * System administrators only: a one-time link to set a new password; the old one works until
   * then.
   */
  @PostMapping("/reset-password")
  Link resetPassword(SignedIn signedIn, @PathVariable UUID userId) {
    return new Link(administration.resetPassword(signedIn, userId));
  }

  /**
   * Opens a session that sees one organization as this member does, never more than the caller
   * does, and changes nothing. Needs Impersonate there.
   */
  @PostMapping("/impersonate")
  Looking impersonate(
      SignedIn signedIn,
      @PathVariable UUID userId,
      @RequestBody Impersonation body,
      HttpServletRequest request) {
    if (body.organizationId() == null) {
      throw ApiException.badRequest("bad_parameter", "Give organizationId.");
    }
    var access = signedIn.requireInPerson().caller().in(body.organizationId());
    OpenedSession opened = narrowSessions.lookAs(userId, access, Origins.of(request));
    return new Looking(opened.sessionId(), opened.token(), opened.expiresAt());
  }
}
