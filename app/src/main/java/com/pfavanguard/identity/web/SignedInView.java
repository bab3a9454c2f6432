package com.pfavanguard.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.pfavanguard.identity.Organization;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.identity.SignedIn;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is signed in and where they may do what; the token only in the answer to signing in. */
record SignedInView(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token,
    UserView user,
    List<OrganizationView> organizations) {

  /**
   * @param impersonatedBy the username of whoever is looking as this user; pages show it
   * @param passwordChangeDue whether nothing is served before the password is changed
   */
  record UserView(
      UUID id,
      String username,
      String displayName,
      @Nullable String systemRole,
      @Nullable String impersonatedBy,
      boolean passwordChangeDue) {}

  record OrganizationView(
      String id, String name, String currency, String role, Set<Permission> permissions) {}

  static SignedInView of(
      @Nullable String token, SignedIn signedIn, List<Organization> organizations) {
    var caller = signedIn.caller();
    var role = signedIn.systemRole();
    return new SignedInView(
        token,
        new UserView(
            caller.userId(),
            caller.username(),
            caller.displayName(),
            role == null ? null : role.apiName(),
            signedIn.standing().impersonatedBy(),
            signedIn.standing().passwordChangeDue()),
        organizations.stream()
            .filter(organization -> caller.permissions().containsKey(organization.id()))
            .map(organization -> view(organization, signedIn))
            .toList());
  }

  private static OrganizationView view(Organization organization, SignedIn signedIn) {
    String id = organization.id();
    return new OrganizationView(
        id,
        organization.name(),
        organization.currency(),
        signedIn.roles().getOrDefault(id, ""),
        new TreeSet<>(signedIn.caller().permissions().getOrDefault(id, Set.of())));
  }
}
