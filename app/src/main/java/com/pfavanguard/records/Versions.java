package com.pfavanguard.records;

import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.records.store.VersionStore;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What records once were, and what edits of ours made of them. Joins the caller's transaction. */
@Service
public class Versions {
  private final VersionStore store;

  Versions(VersionStore store) {
    this.store = store;
  }

  /** The versions of a record, newest first; empty for a record that does not exist. */
  public List<RecordVersion> newest(OrganizationAccess access, String pfaId, int limit) {
    return store.findVersions(access.organizationId(), pfaId, limit);
  }

  /** Every edit of a commit by record; empty for a commit of another organization. */
  public List<WrittenEdit> ofCommit(OrganizationAccess access, UUID jobId) {
    return store.findWritten(access.organizationId(), jobId);
  }
}
