package com.pfavanguard.conflict;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.ApiException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which conflicts a request may mean. */
public final class OwnConflicts {
  private OwnConflicts() {}

  /**
   * The named organization, or all that the caller may read.
   *
   * @throws ApiException 404 when the organization is not theirs, 403 without Read
   */
  public static Collection<String> organizations(Caller caller, @Nullable String organizationId) {
    if (organizationId != null) {
      return List.of(caller.in(organizationId).organizationId());
    }
    return caller.permissions().entrySet().stream()
        .filter(entry -> entry.getValue().contains(Permission.Read))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /**
   * @throws ApiException 404: an id of another form is nobody's
   */
  public static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  public static ApiException unknown() {
    return ApiException.notFound("The conflict");
  }
}
