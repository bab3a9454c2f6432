package com.pfavanguard.records;

import java.util.List;

/** The last known PEMS state, as other modules change it: inside their transaction. */
public interface Mirror {
  /**
   * Takes over versions seen in PEMS. A version older than the mirror's never replaces it but still
   * enters the history when an edit of ours made it. At most one version per record and call.
   */
  void record(List<MirrorVersion> versions);
}
