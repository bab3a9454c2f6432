package com.pfavanguard.pems.budget;

import com.pfavanguard.pems.PemsFailure;

/** The answer to somebody who wants to send a request. */
public sealed interface Admission {

  /** Send it now, and close this when the call is over. */
  record Permit(Runnable atEnd) implements Admission, AutoCloseable {
    @Override
    public void close() {
      atEnd.run();
    }
  }

  record Refused(PemsFailure.NotSent why) implements Admission {}
}
