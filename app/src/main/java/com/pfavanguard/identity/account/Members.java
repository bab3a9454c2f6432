package com.pfavanguard.identity.account;

import com.pfavanguard.identity.AccessChange;
import com.pfavanguard.identity.AccessChange.Kind;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.identity.store.AccountStore;
import com.pfavanguard.identity.store.MemberStore;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may do what in one organization. Nobody gives more than they have themselves, so that
 * managing users is no way to promote oneself.
 */
@Service
@Role.Server
public class Members {
  private final MemberStore members;
  private final AccountStore accounts;
  private final Invitations invitations;
  private final ApplicationEventPublisher events;

  Members(
      MemberStore members,
      AccountStore accounts,
      Invitations invitations,
      ApplicationEventPublisher events) {
    this.members = members;
    this.accounts = accounts;
    this.invitations = invitations;
    this.events = events;
  }

  /**
   * A member just invited.
   *
   * @param invitationToken for the link; empty when the account has its password already
   */
  public record Invited(UUID userId, Optional<String> invitationToken) {}

  public List<MemberStore.Member> findAll(OrganizationAccess access) {
    return members.findAll(manage(access).organizationId());
  }

  public List<MemberStore.RoleTemplate> roles(OrganizationAccess access) {
    manage(access);
    return members.roles();
  }

  /** Adds somebody by name, with a link to set their password when they are new here. */
  @Transactional
  public Invited invite(
      OrganizationAccess access, String username, String displayName, MemberStore.Access wanted) {
    manage(access);
    String name = username.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.length() > 200 || displayName.isBlank()) {
      throw ApiException.badRequest("bad_parameter", "Give a username and a display name.");
    }
    requireGivable(access, wanted);
    UUID user = members.findOrCreate(name, displayName.strip());
    if (members.isMember(user, access.organizationId())) {
      throw ApiException.conflict("already_member", name + " is a member already.");
    }
    members.save(user, access.organizationId(), wanted);
    tell(Kind.MEMBER_INVITED, access, user, detail(wanted));
    // A link for an account that has a password would be a way into it.
    Optional<String> token =
        accounts.hasPassword(user)
            ? Optional.empty()
            : Optional.of(invitations.invite(user, access.caller().userId()));
    return new Invited(user, token);
  }

  /** Changes what a member may do. */
  @Transactional
  public void change(OrganizationAccess access, UUID userId, MemberStore.Access wanted) {
    requireGivable(manage(access), wanted);
    requireMember(userId, access.organizationId());
    members.save(userId, access.organizationId(), wanted);
    tell(Kind.ACCESS_CHANGED, access, userId, detail(wanted));
  }

  @Transactional
  public void remove(OrganizationAccess access, UUID userId) {
    if (!members.remove(userId, manage(access).organizationId())) {
      throw noMember();
    }
    tell(Kind.ACCESS_REMOVED, access, userId, Map.of());
  }

  /**
   * @throws ApiException 404 when the user is no member of the organization
   */
  public void requireMember(UUID userId, String organizationId) {
    if (!members.isMember(userId, organizationId)) {
      throw noMember();
    }
  }

  private void requireGivable(OrganizationAccess access, MemberStore.Access wanted) {
    Set<Permission> given = known(wanted.granted());
    given.addAll(
        known(
            members
                .permissionsOf(wanted.role())
                .orElseThrow(
                    () -> ApiException.badRequest("unknown_role", "There is no such role."))));
    given.removeAll(known(wanted.revoked()));
    given.removeAll(access.permissions());
    if (!given.isEmpty()) {
      String names = given.stream().map(Enum::name).collect(Collectors.joining(", "));
      throw ApiException.refused(
          403, "cannot_give", "You cannot give what you do not have: " + names + ".");
    }
  }

  private static Set<Permission> known(List<String> names) {
    Set<Permission> known = EnumSet.noneOf(Permission.class);
    for (String name : names) {
      known.add(
          Arrays.stream(Permission.values())
              .filter(permission -> permission.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      ApiException.badRequest(
                          "unknown_permission", "There is no permission " + name + ".")));
    }
    return known;
  }

  private void tell(
      Kind kind,
      OrganizationAccess access,
      UUID userId,
      Map<String, ? extends @Nullable Object> detail) {
    events.publishEvent(
        new AccessChange(kind, access.caller(), userId, List.of(access.organizationId()), detail));
  }

  private static Map<String, @Nullable Object> detail(MemberStore.Access access) {
    Map<String, @Nullable Object> detail = new HashMap<>();
    detail.put("role", access.role());
    detail.put("granted", access.granted());
    detail.put("revoked", access.revoked());
    Instant expires = access.expiresAt();
    detail.put("expiresAt", expires == null ? null : expires.toString());
    return detail;
  }

  private static OrganizationAccess manage(OrganizationAccess access) {
    return access.require(Permission.ManageUsers);
  }

  private static ApiException noMember() {
    return ApiException.notFound("This member");
  }
}
