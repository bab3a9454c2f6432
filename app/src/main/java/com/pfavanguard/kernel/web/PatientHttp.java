package com.pfavanguard.kernel.web;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP with an end to its patience. Tomcat asks only that something comes every few
 * seconds, so a head sent letter by letter would hold its connection for hours. Tomcat makes it by
 * name, hence public.
 */
public class PatientHttp extends Http11NioProtocol {
  private volatile Duration patience = Duration.ofSeconds(30);

  /**
   * @param patience from the first byte of a request to the end of its head
   */
  void setPatience(Duration patience) {
    this.patience = patience;
  }

  @Override
  protected Processor createProcessor() {
    return new PatientProcessor(getAdapter());
  }

  private final class PatientProcessor extends Http11Processor {
    private long begun;

    PatientProcessor(Adapter adapter) {
      super(PatientHttp.this, adapter);
    }

    @Override
    public Adapter getAdapter() {
      return new ThenAsk(super.getAdapter(), this::closeUnlessRead);
    }

    /**
     * Tomcat would read what is left of a body, as slowly as it comes. What could be read in time,
     * BoundedBodies has read.
     */
    private void closeUnlessRead() {
      if (!isAsync() && !isUpgrade() && !isRequestBodyFullyRead()) {
        setErrorState(ErrorState.CLOSE_CLEAN, null);
      }
    }

    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
      SocketState state = super.service(socket);
      if (state != SocketState.LONG || isAsync() || isUpgrade()) {
        begun = 0;
        return state;
      }
      // The head is not complete yet.
      if (begun == 0) {
        begun = System.nanoTime();
      }
      if (System.nanoTime() - begun > patience.toNanos()) {
        begun = 0;
        return SocketState.CLOSED;
      }
      return state;
    }
  }
}
