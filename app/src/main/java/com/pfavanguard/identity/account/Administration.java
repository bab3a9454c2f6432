package com.pfavanguard.identity.account;

import com.pfavanguard.identity.AccessChange;
import com.pfavanguard.identity.AccessChange.Kind;
import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.Sessions;
import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.identity.store.AccountStore;
import com.pfavanguard.identity.store.MemberStore;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a system administrator does to an account as a whole. */
@Service
@Role.Server
public class Administration {
  private final AccountStore accounts;
  private final MemberStore members;
  private final Invitations invitations;
  private final Sessions sessions;
  private final ApplicationEventPublisher events;

  Administration(
      AccountStore accounts,
      MemberStore members,
      Invitations invitations,
      Sessions sessions,
      ApplicationEventPublisher events) {
    this.accounts = accounts;
    this.members = members;
    this.invitations = invitations;
    this.sessions = sessions;
    this.events = events;
  }

  /** The account is out at once, on every server. */
  @Transactional
  public void disable(SignedIn signedIn, UUID userId) {
    Caller by = signedIn.requireSystemAdmin().caller();
    if (by.userId().equals(userId)) {
      throw ApiException.conflict("own_account", "You would lock yourself out.");
    }
    enable(userId, false);
    sessions.revokeAll(userId, null);
    tell(Kind.ACCOUNT_DISABLED, by, userId);
  }

  @Transactional
  public void enable(SignedIn signedIn, UUID userId) {
    Caller by = signedIn.requireSystemAdmin().caller();
    enable(userId, true);
    tell(Kind.ACCOUNT_ENABLED, by, userId);
  }

  /**
   * @return the token of a one-time link to set a new password; the old one works until then
   */
  @Transactional
  public String resetPassword(SignedIn signedIn, UUID userId) {
    Caller by = signedIn.requireSystemAdmin().caller();
    if (!accounts.exists(userId)) {
      throw noUser();
    }
    tell(Kind.PASSWORD_RESET, by, userId);
    return invitations.invite(userId, by.userId());
  }

  /** Ends one of anybody's sessions or access tokens. */
  @Transactional
  public void endSession(SignedIn signedIn, UUID userId, UUID sessionId) {
    Caller by = signedIn.requireSystemAdmin().caller();
    if (!sessions.revoke(userId, sessionId)) {
      throw ApiException.notFound("This session");
    }
    tell(Kind.SESSIONS_ENDED, by, userId);
  }

  private void enable(UUID userId, boolean enabled) {
    if (!accounts.enable(userId, enabled)) {
      throw noUser();
    }
  }

  private void tell(Kind kind, Caller by, UUID userId) {
    events.publishEvent(
        new AccessChange(kind, by, userId, members.organizationsOf(userId), Map.of()));
  }

  private static ApiException noUser() {
    return ApiException.notFound("This user");
  }
}
