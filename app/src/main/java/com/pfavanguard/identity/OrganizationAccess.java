package com.pfavanguard.identity;

import com.pfavanguard.kernel.ApiException;
import java.util.Set;

/**
 * Proof that a caller may work in an organization; stores of tenant data ask for it instead of a
 * bare id.
 */
public record OrganizationAccess(
    Caller caller, String organizationId, Set<Permission> permissions) {

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /**
   * @throws ApiException 403 when the permission is missing
   */
  public OrganizationAccess require(Permission permission) {
    if (!may(permission)) {
      throw ApiException.forbidden(permission.name());
    }
    return this;
  }
}
