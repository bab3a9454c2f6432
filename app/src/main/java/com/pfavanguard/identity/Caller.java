package com.pfavanguard.identity;

import com.pfavanguard.kernel.ApiException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, with the permissions of this very moment (read per request, so that a change
 * bites at once). Controllers take it as a parameter.
 *
 * @param permissions by organization id; an organization that is missing is not the caller's
 */
public record Caller(
    UUID userId, String username, String displayName, Map<String, Set<Permission>> permissions) {

  /**
   * The caller's access to an organization that they may at least read.
   *
   * @throws ApiException 404 when the organization is not theirs, 403 without Read
   */
  public OrganizationAccess in(String organizationId) {
    Set<Permission> own = permissions.get(organizationId);
    if (own == null) {
      throw ApiException.notFound("Organization " + organizationId);
    }
    return new OrganizationAccess(this, organizationId, own).require(Permission.Read);
  }

  /** Every organization that the caller may read, by id. */
  public List<String> readable() {
    return permissions.entrySet().stream()
        .filter(entry -> entry.getValue().contains(Permission.Read))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /**
   * The named organization, or all that the caller may read.
   *
   * @throws ApiException 404 when the organization is not theirs, 403 without Read
   */
  public List<String> readable(@Nullable String organizationId) {
    return organizationId == null ? readable() : List.of(in(organizationId).organizationId());
  }
}
