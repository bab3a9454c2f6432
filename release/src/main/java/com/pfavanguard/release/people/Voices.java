package com.pfavanguard.release.people;

import java.io.IOException;
import java.util.List;

/** Where a runner hears people. */
public interface Voices {

  /** What was said and is not yet in the journal, oldest first; the same until {@link #heard}. */
  List<SignedStatement> news() throws IOException;

  /** It is in the journal now. */
  void heard(SignedStatement statement) throws IOException;
}
