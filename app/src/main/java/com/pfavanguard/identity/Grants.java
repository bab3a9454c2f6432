package com.pfavanguard.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Collects what one user may do, organization by organization. */
final class Grants {
  private static final Map<String, Permission> BY_NAME =
      Arrays.stream(Permission.values())
          .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

  private final Map<String, Set<Permission>> permissions = new TreeMap<>();
  private final Map<String, String> roles = new TreeMap<>();

  /**
   * Template and extra grants without what was revoked; a name this version does not know counts
   * for nothing.
   */
  void addMembership(
      String organizationId, String role, Collection<String> granted, Collection<String> revoked) {
    Set<Permission> own = known(granted);
    own.removeAll(known(revoked));
    permissions.computeIfAbsent(organizationId, _ -> EnumSet.noneOf(Permission.class)).addAll(own);
    roles.put(organizationId, role);
  }

  /** A system role adds to whatever the user has of their own; nothing revokes it. */
  void addSystemRole(String organizationId, SystemRole role) {
    permissions
        .computeIfAbsent(organizationId, _ -> EnumSet.noneOf(Permission.class))
        .addAll(role.permissions());
    roles.putIfAbsent(organizationId, role.apiName());
  }

  Map<String, Set<Permission>> permissions() {
    return permissions.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
  }

  Map<String, String> roles() {
    return Map.copyOf(roles);
  }

  private static Set<Permission> known(Collection<String> names) {
    Set<Permission> known = EnumSet.noneOf(Permission.class);
    names.stream().filter(BY_NAME::containsKey).map(BY_NAME::get).forEach(known::add);
    return known;
  }
}
