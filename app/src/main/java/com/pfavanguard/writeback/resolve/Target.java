package com.pfavanguard.writeback.resolve;

import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.conflict.Conflicts;
import com.pfavanguard.conflict.OwnConflicts;
import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.ApiException;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which conflict a request means.
 *
 * @param organizations those of the caller that it may belong to
 */
record Target(Caller caller, Collection<String> organizations, UUID id) {

  /**
   * @throws ApiException 404 when the organization is not the caller's or the id has another form,
   *     403 without Sync in the organization named
   */
  static Target of(Caller caller, String id, @Nullable String inBody, @Nullable String inQuery) {
    String organization = inBody == null ? inQuery : inBody;
    if (organization != null) {
      caller.in(organization).require(Permission.Sync);
    }
    return new Target(caller, caller.readable(organization), OwnConflicts.id(id));
  }

  Conflict find(Conflicts conflicts) {
    return conflicts.find(organizations, id).orElseThrow(OwnConflicts::unknown);
  }

  Conflict lock(Conflicts conflicts) {
    return conflicts.lock(organizations, id).orElseThrow(OwnConflicts::unknown);
  }

  OrganizationAccess access(Conflict conflict) {
    return caller.in(conflict.key().organizationId());
  }
}
