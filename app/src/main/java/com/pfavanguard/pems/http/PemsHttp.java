package com.pfavanguard.pems.http;

import com.pfavanguard.kernel.trace.Step;
import com.pfavanguard.kernel.trace.Traces;
import com.pfavanguard.pems.PemsAnswer;
import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsResult;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.pems.budget.Admission;
import com.pfavanguard.pems.budget.RequestBudget;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends one request: takes its share of the budget, keeps the whole call within the connection's
 * timeout, counts it, tells the connection's watch, and turns every way it can end into a result. A
 * lost session is signed in anew. Safe for many threads.
 */
public final class PemsHttp implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";

  static {
    // Web servers close idle connections after 5 s and more. Whoever reuses one in that moment gets
    // no answer, and a write without an answer is ambiguous: so ours are given up earlier.
    if (System.getProperty(KEEP_ALIVE) == null) {
      System.setProperty(KEEP_ALIVE, "4");
    }
  }

  /** A tenant that loses every session must not be asked for ever. */
  private static final int SIGN_INS = 3;

  private final HttpClient client;
  private final RequestBudget budget;
  private final CallListener listener;
  private final Meters meters;
  private final Renewal renewal;
  private final Traces traces;
  private final Deadlines deadlines = new Deadlines();

  public PemsHttp(
      RequestBudget budget,
      CallListener listener,
      Meters meters,
      Renewal renewal,
      Traces traces,
      Duration connectTimeout) {
    this.budget = budget;
    this.listener = listener;
    this.meters = meters;
    this.renewal = renewal;
    this.traces = traces;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /** Told of every call that was sent. */
  @FunctionalInterface
  public interface CallListener {
    /**
     * @param single whether the call was about one record
     */
    void ended(PemsConnection connection, PemsResult<?> result, boolean single, long nanos);
  }

  /** Asked when PEMS refuses credentials. */
  @FunctionalInterface
  public interface Renewal {
    /** The connection with other credentials; empty when there are none. */
    Optional<PemsConnection> renewed(PemsConnection refused);
  }

  /** The request, signed with the credentials of a connection. */
  private interface Draft {
    HttpRequest signed(PemsConnection connection);
  }

  /**
   * @param path below the connection's base, with a slash
   * @param body JSON
   */
  public <T> PemsResult<T> post(
      Operation operation, PemsTarget target, String path, String body, Reading.Reader<T> reader) {
    Draft request = by -> Requests.post(new PemsTarget(by, target.organization()), path, body);
    PemsResult<T> result = admitted(operation, target, request, reader);
    // A request whose session was lost did nothing in PEMS.
    for (int signIns = 1; signIns < SIGN_INS && lostSession(result); signIns++) {
      result = admitted(operation, target, request, reader);
    }
    return result;
  }

  /** Asks for the list of organizations, outside the budget; for a connection that is not used. */
  public Optional<PemsFailure> probe(PemsConnection connection) {
    Reading.Reader<Boolean> reader =
        body -> new Reading<>(Alerts.of(JSON.readTree(body)), () -> PemsResult.success(true));
    return switch (counted(
        Operation.PROBE, connection, Requests.get(connection, "/organization"), reader)) {
      case PemsResult.Success<Boolean> s -> Optional.empty();
      case PemsResult.Failure<Boolean> failed -> Optional.of(failed.failure());
    };
  }

  private static boolean lostSession(PemsResult<?> result) {
    return result instanceof PemsResult.Failure<?> failed
        && failed.failure() instanceof PemsFailure.SessionLost;
  }

  private <T> PemsResult<T> admitted(
      Operation operation, PemsTarget target, Draft request, Reading.Reader<T> reader) {
    try {
      return switch (budget.admit(target)) {
        case Admission.Refused(PemsFailure.NotSent why) -> PemsResult.failure(why);
        case Admission.Permit permit -> {
          try (permit) {
            yield listened(operation, target.connection(), request, reader);
          }
        }
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return PemsResult.failure(new PemsFailure.NotSent("this process is stopping", Duration.ZERO));
    }
  }

  private <T> PemsResult<T> listened(
      Operation operation, PemsConnection connection, Draft request, Reading.Reader<T> reader) {
    long start = System.nanoTime();
    PemsResult<T> result = counted(operation, connection, request.signed(connection), reader);
    if (result instanceof PemsResult.Failure<T>(PemsFailure.AuthExpired _, _)) {
      // A password that was changed is no failure of PEMS: the new one is tried before anybody
      // hears.
      result =
          renewal
              .renewed(connection)
              .map(by -> counted(operation, by, request.signed(by), reader))
              .orElse(result);
    }
    // A call that this process broke off by stopping says nothing of PEMS.
    if (!Thread.currentThread().isInterrupted()) {
      listener.ended(connection, result, operation.single(), System.nanoTime() - start);
    }
    return result;
  }

  private <T> PemsResult<T> counted(
      Operation operation,
      PemsConnection connection,
      HttpRequest request,
      Reading.Reader<T> reader) {
    long start = System.nanoTime();
    try (Step step = traces.call("PEMS " + Meters.name(operation))) {
      PemsResult<T> result = exchange(operation, connection, request, reader);
      meters.count(operation, result, System.nanoTime() - start);
      step.with("vanguard.connection", connection.id())
          .with("vanguard.outcome", Meters.outcome(result));
      return result;
    }
  }

  private <T> PemsResult<T> exchange(
      Operation operation,
      PemsConnection connection,
      HttpRequest request,
      Reading.Reader<T> reader) {
    long deadline = System.nanoTime() + connection.limits().timeout().toNanos();
    try {
      HttpResponse<InputStream> answer = send(request, deadline);
      try (Excerpt stream = new Excerpt(answer.body());
          Deadlines.Watch watch = deadlines.close(stream, deadline)) {
        PemsResult<T> result = new Answer<>(operation, status(answer), reader).read(stream, watch);
        return result instanceof PemsResult.Failure<T> failed
            ? new PemsResult.Failure<>(failed.failure(), said(connection, answer, stream))
            : result;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return PemsResult.failure(Classifier.failure(operation, e));
    } catch (IOException | TimeoutException e) {
      return PemsResult.failure(Classifier.failure(operation, e));
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request, long deadline)
      throws IOException, InterruptedException, TimeoutException {
    CompletableFuture<HttpResponse<InputStream>> call =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
    try {
      return call.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      // Ends the exchange when we stopped waiting; does nothing to one that is answered.
      call.cancel(true);
    }
  }

  private static PemsAnswer said(PemsConnection connection, HttpResponse<?> answer, Excerpt body) {
    String clean = new Redaction(connection.credentials()).clean(body.text());
    return new PemsAnswer(answer.statusCode(), clean);
  }

  private static AnswerStatus status(HttpResponse<?> answer) {
    String retryAfter = answer.headers().firstValue("Retry-After").orElse(null);
    return new AnswerStatus(
        answer.statusCode(), AnswerStatus.retryAfter(retryAfter, Instant.now()));
  }

  @Override
  public void close() {
    deadlines.close();
    client.shutdownNow();
  }
}
