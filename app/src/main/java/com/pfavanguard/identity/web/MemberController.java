package com.pfavanguard.identity.web;

import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.identity.account.Members;
import com.pfavanguard.identity.store.MemberStore;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The members of an organization. All of it needs ManageUsers there. */
@RestController
@Role.Server
@RequestMapping("/api/users")
class MemberController {
  /**
   * @param role planner, viewer or admin
   * @param granted permissions beyond the role's
   * @param revoked permissions of the role not to have
   * @param expiresAt when the access ends, for contractors; absent for never
   */
  record AccessBody(
      @Nullable String organizationId,
      @Nullable String username,
      @Nullable String displayName,
      @Nullable String role,
      @Nullable List<String> granted,
      @Nullable List<String> revoked,
      @Nullable Instant expiresAt) {

    MemberStore.Access access() {
      return new MemberStore.Access(
          orEmpty(role),
          granted == null ? List.of() : granted,
          revoked == null ? List.of() : revoked,
          expiresAt);
    }
  }

  /**
   * @param invitationToken for the link {@code /invitation#token}; null when the account has its
   *     password already
   */
  record InvitedView(UUID userId, @Nullable String invitationToken) {
    @Override
    public String toString() {
      return "InvitedView[" + userId + "]";
    }
  }

  private final Members members;

  MemberController(Members members) {
    this.members = members;
  }

  @GetMapping
  List<MemberStore.Member> findAll(SignedIn signedIn, @RequestParam String organizationId) {
    return members.findAll(signedIn.caller().in(organizationId));
  }

  /** The roles there are, with what each of them allows. */
  @GetMapping("/roles")
  List<MemberStore.RoleTemplate> roles(SignedIn signedIn, @RequestParam String organizationId) {
    return members.roles(signedIn.caller().in(organizationId));
  }

  /** Adds a member. 403 {@code cannot_give} for permissions the caller has not. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  InvitedView invite(SignedIn signedIn, @RequestBody AccessBody body) {
    Members.Invited invited =
        members.invite(
            access(signedIn, body),
            orEmpty(body.username()),
            orEmpty(body.displayName()),
            body.access());
    return new InvitedView(invited.userId(), invited.invitationToken().orElse(null));
  }

  /** Changes what a member may do; it bites with their next request. */
  @PutMapping("/{userId}/access")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(SignedIn signedIn, @PathVariable UUID userId, @RequestBody AccessBody body) {
    members.change(access(signedIn, body), userId, body.access());
  }

  @DeleteMapping("/{userId}/access")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(SignedIn signedIn, @PathVariable UUID userId, @RequestParam String organizationId) {
    members.remove(signedIn.requireInPerson().caller().in(organizationId), userId);
  }

  private static OrganizationAccess access(SignedIn signedIn, AccessBody body) {
    if (body.organizationId() == null) {
      throw ApiException.badRequest("bad_parameter", "Give organizationId.");
    }
    return signedIn.requireInPerson().caller().in(body.organizationId());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
