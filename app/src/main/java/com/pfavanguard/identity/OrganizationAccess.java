package com.pfavanguard.identity;

import com.pfavanguard.kernel.ApiException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Proof that a caller may work in an organization; stores of tenant data ask for it instead of a
 * bare id.
 */
public record OrganizationAccess(
    Caller caller, String organizationId, Set<Permission> permissions) {

  private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d.,']*\\d)?");

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /**
   * What PEMS said, as this caller may read it: it may repeat an amount of the record, whatever the
   * edit was, so that without ViewFinancials no number is left in it.
   */
  public String wordsOfPems(String words) {
    return may(Permission.ViewFinancials) ? words : NUMBER.matcher(words).replaceAll("…");
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
