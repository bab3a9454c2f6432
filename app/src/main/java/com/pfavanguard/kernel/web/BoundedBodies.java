package com.pfavanguard.kernel.web;

import com.pfavanguard.kernel.ApiException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Reads no request body beyond a limit, whether it declares its length or not: 413 {@code
 * body_too_large}. Nor for ever: one that trickles in is 408 {@code body_too_slow}, and the
 * connection ends, also where nobody wanted to read it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BoundedBodies extends OncePerRequestFilter {
  private static final int BUFFER = 8192;
  private static final long FARTHEST = 32L * 1024 * 1024;

  private final long limit;
  private final Duration patience;
  private final HandlerExceptionResolver problems;

  BoundedBodies(
      @Value("${vanguard.access.max-request-body}") DataSize limit,
      @Value("${vanguard.access.slowest-request}") Duration patience,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    this.limit = limit.toBytes();
    this.patience = patience;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    BoundedRequest bounded = new BoundedRequest(request);
    if (request.getContentLengthLong() > limit) {
      problems.resolveException(request, response, null, tooLarge());
    } else {
      chain.doFilter(bounded, response);
    }
    if (hasBody(request) && !request.isAsyncStarted() && !bounded.getInputStream().isFinished()) {
      response.flushBuffer();
      bounded.getInputStream().readOn();
    }
  }

  /** A client that waits for our "continue" sends nothing before it. */
  private static boolean hasBody(HttpServletRequest request) {
    return (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null)
        && request.getHeader("Expect") == null;
  }

  private ApiException tooLarge() {
    return ApiException.refused(
        413, "body_too_large", "A request body holds at most " + limit + " bytes.");
  }

  private final class BoundedRequest extends HttpServletRequestWrapper {
    private @Nullable BoundedStream stream;

    BoundedRequest(HttpServletRequest request) {
      super(request);
    }

    @Override
    public BoundedStream getInputStream() throws IOException {
      if (stream == null) {
        stream = new BoundedStream(super.getInputStream());
      }
      return stream;
    }
  }

  /** Not an IOException: that would be taken for a connection that was cut. */
  private final class BoundedStream extends ServletInputStream {
    private final ServletInputStream body;
    private final BodyPace pace = new BodyPace(patience);
    private long read;

    BoundedStream(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int got = body.read(bytes, offset, length);
      count(got);
      return got;
    }

    private void count(int bytes) {
      read += Math.max(bytes, 0);
      if (read > limit) {
        throw tooLarge();
      }
      pace.check(read);
    }

    /**
     * Reads what nobody wanted, in time and within bounds: a connection that is closed under a
     * client that is still sending takes our answer with it. What is left then, PatientHttp closes.
     */
    void readOn() throws IOException {
      byte[] buffer = new byte[BUFFER];
      int got;
      do {
        got = pace.isLost(read) || read > FARTHEST ? -1 : body.read(buffer);
        read += Math.max(got, 0);
      } while (got >= 0);
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
