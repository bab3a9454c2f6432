package com.pfavanguard.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what one user may do, organization by organization. */
final class Grants {
  private static final Map<String, Permission> BY_NAME =
      Arrays.stream(Permission.values())
          .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

  private final @Nullable Set<Permission> scope;
  private final Map<String, Set<Permission>> permissions = new TreeMap<>();
  private final Map<String, String> roles = new TreeMap<>();

  /**
   * @param scope nothing beyond it is granted; null for no bound
   */
  Grants(@Nullable Set<Permission> scope) {
    this.scope = scope;
  }

  /**
   * Template and extra grants without what was revoked; a name this version does not know counts
   * for nothing.
   */
  void addMembership(
      String organizationId,
      String role,
      @Nullable Collection<String> granted,
      @Nullable Collection<String> revoked) {
    Set<Permission> own = orNone(known(granted));
    own.removeAll(orNone(known(revoked)));
    add(organizationId, own);
    roles.put(organizationId, role);
  }

  /** A system role adds to whatever the user has of their own; nothing revokes it. */
  void addSystemRole(Collection<String> organizationIds, SystemRole role) {
    for (String organizationId : organizationIds) {
      add(organizationId, role.permissions());
      roles.putIfAbsent(organizationId, role.apiName());
    }
  }

  /** Equal sets are one: a portfolio has hundreds of organizations and few ways to be in them. */
  Map<String, Set<Permission>> permissions() {
    Map<Set<Permission>, Set<Permission>> distinct = new HashMap<>();
    return permissions.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, e -> distinct.computeIfAbsent(e.getValue(), Set::copyOf)));
  }

  Map<String, String> roles() {
    return Map.copyOf(roles);
  }

  private void add(String organizationId, Set<Permission> more) {
    Set<Permission> own =
        permissions.computeIfAbsent(organizationId, _ -> EnumSet.noneOf(Permission.class));
    own.addAll(more);
    if (scope != null) {
      own.retainAll(scope);
    }
  }

  /** The permissions of these names, without names this version does not know. */
  static @Nullable Set<Permission> known(@Nullable Collection<String> names) {
    if (names == null) {
      return null;
    }
    Set<Permission> known = EnumSet.noneOf(Permission.class);
    names.stream().filter(BY_NAME::containsKey).map(BY_NAME::get).forEach(known::add);
    return known;
  }

  private static Set<Permission> orNone(@Nullable Set<Permission> permissions) {
    return permissions == null ? EnumSet.noneOf(Permission.class) : permissions;
  }
}
