package com.pfavanguard.release.evidence;

import com.pfavanguard.release.journal.Head;
import java.io.IOException;
import java.util.List;

/**
 * A place outside of the evidence that remembers how far a journal had come: without it, one that
 * was cut short looks whole.
 */
public interface Anchor {

  /**
   * @throws IOException when it is not kept: then the release must not go on
   */
  void keep(String release, Head head) throws IOException;

  /** All that was kept of a release, in order; nothing when it is unknown there. */
  List<Head> kept(String release) throws IOException;

  /** For people. */
  String address();
}
