package com.pfavanguard.identity.web;

import com.pfavanguard.identity.NewSession;
import com.pfavanguard.identity.OpenedSession;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.identity.SessionScope;
import com.pfavanguard.identity.Sessions;
import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.identity.account.Invitations;
import com.pfavanguard.identity.account.Members;
import com.pfavanguard.identity.store.AccountStore;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
  /** Whoever looks as somebody else sees; nothing is ever done in another's name. */
  private static final Set<Permission> LOOKING =
      EnumSet.of(Permission.Read, Permission.ViewFinancials);

  record Impersonation(@Nullable String organizationId) {}

  /**
   * @param token a session of 30 minutes
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

  private final AccountStore accounts;
  private final Invitations invitations;
  private final Members members;
  private final Sessions sessions;

  AdministrationController(
      AccountStore accounts, Invitations invitations, Members members, Sessions sessions) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.members = members;
    this.sessions = sessions;
  }

  /** System administrators only: the account is out at once, everywhere. */
  @PostMapping("/disable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void disable(SignedIn signedIn, @PathVariable UUID userId) {
    if (signedIn.requireSystemAdmin().caller().userId().equals(userId)) {
      throw ApiException.conflict("own_account", "You would lock yourself out.");
    }
    enable(userId, false);
    sessions.revokeAll(userId, null);
  }

  /** System administrators only. */
  @PostMapping("/enable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void enable(SignedIn signedIn, @PathVariable UUID userId) {
    signedIn.requireSystemAdmin();
    enable(userId, true);
  }

  /**
   * System administrators only: a one-time link to set a new password; the old one works until
   * then.
   */
  @PostMapping("/reset-password")
  Link resetPassword(SignedIn signedIn, @PathVariable UUID userId) {
    UUID administrator = signedIn.requireSystemAdmin().caller().userId();
    if (!accounts.exists(userId)) {
      throw ApiException.notFound("This user");
    }
    return new Link(invitations.invite(userId, administrator));
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
    OrganizationAccess access =
        signedIn
            .requireInPerson()
            .caller()
            .in(body.organizationId())
            .require(Permission.Impersonate);
    members.requireMember(userId, access.organizationId());
    Set<Permission> seen = EnumSet.copyOf(LOOKING);
    seen.retainAll(access.permissions());
    SessionScope scope = new SessionScope(seen, List.of(access.organizationId()));
    OpenedSession opened =
        sessions.open(
            NewSession.impersonation(
                userId, signedIn.caller().userId(), scope, Origins.of(request)));
    return new Looking(opened.sessionId(), opened.token(), opened.expiresAt());
  }

  private void enable(UUID userId, boolean enabled) {
    if (!accounts.enable(userId, enabled)) {
      throw ApiException.notFound("This user");
    }
  }
}
