package com.pfavanguard.identity.account;

import com.pfavanguard.identity.AccessChange;
import com.pfavanguard.identity.AccessChange.Kind;
import com.pfavanguard.identity.NewSession;
import com.pfavanguard.identity.OpenedSession;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.identity.SessionOrigin;
import com.pfavanguard.identity.SessionScope;
import com.pfavanguard.identity.Sessions;
import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.kernel.Role;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sessions that may do less than their user: access tokens, and looking as somebody else. */
@Service
@Role.Server
public class NarrowSessions {
  /** Whoever looks as somebody else sees; nothing is ever done in another's name. */
  private static final Set<Permission> LOOKING =
      EnumSet.of(Permission.Read, Permission.ViewFinancials);

  private final Members members;
  private final Sessions sessions;
  private final ApplicationEventPublisher events;

  NarrowSessions(Members members, Sessions sessions, ApplicationEventPublisher events) {
    this.members = members;
    this.sessions = sessions;
    this.events = events;
  }

  /** Makes an access token of the caller's, which never does more than they may at that moment. */
  @Transactional
  public OpenedSession accessToken(
      SignedIn signedIn, String name, SessionScope scope, SessionOrigin origin, Duration life) {
    var caller = signedIn.requireInPerson().caller();
    List<String> organizations = scope.organizations();
    if (organizations != null) {
      organizations.forEach(caller::in);
    }
    events.publishEvent(
        new AccessChange(
            Kind.ACCESS_TOKEN_MADE,
            caller,
            caller.userId(),
            organizations == null ? List.copyOf(caller.permissions().keySet()) : organizations,
            Map.of("name", name, "days", life.toDays())));
    return sessions.open(NewSession.accessToken(caller.userId(), name, scope, origin, life));
  }

  /**
   * Opens a session that sees one organization as this member does, never more than the caller.
   *
   * @param access with Impersonate
   */
  @Transactional
  public OpenedSession lookAs(UUID userId, OrganizationAccess access, SessionOrigin origin) {
    String organization = access.require(Permission.Impersonate).organizationId();
    members.requireMember(userId, organization);
    Set<Permission> seen = EnumSet.copyOf(LOOKING);
    seen.retainAll(access.permissions());
    events.publishEvent(
        new AccessChange(
            Kind.IMPERSONATION_STARTED, access.caller(), userId, List.of(organization), Map.of()));
    return sessions.open(
        NewSession.impersonation(
            userId,
            access.caller().userId(),
            new SessionScope(seen, List.of(organization)),
            origin));
  }
}
