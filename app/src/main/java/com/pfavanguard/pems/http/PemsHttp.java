package com.pfavanguard.pems.http;

import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsResult;
import com.pfavanguard.pems.PemsTarget;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one request: takes its share of the budget, keeps the whole call within the connection's
 * timeout, counts it, and turns every way it can end into a result. Safe for many threads.
 */
public final class PemsHttp implements AutoCloseable {
  private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";

  static {
    // Web servers close idle connections after 5 s and more. Whoever reuses one in that moment gets
    // no answer, and a write without an answer is ambiguous: so ours are given up earlier.
    if (System.getProperty(KEEP_ALIVE) == null) {
      System.setProperty(KEEP_ALIVE, "4");
    }
  }

  private final HttpClient client;
  private final RequestBudget budget;
  private final Meters meters;
  private final Deadlines deadlines = new Deadlines();

  public PemsHttp(RequestBudget budget, Meters meters, Duration connectTimeout) {
    this.budget = budget;
    this.meters = meters;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /**
   * @param path below the connection's base, with a slash
   * @param body JSON
   */
  public <T> PemsResult<T> post(
      Operation operation, PemsTarget target, String path, String body, Reading.Reader<T> reader) {
    try {
      budget.acquire(target.connection());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return PemsResult.failure(new PemsFailure.Transient("this process is stopping"));
    }
    long start = System.nanoTime();
    PemsResult<T> result = exchange(operation, target, Requests.post(target, path, body), reader);
    meters.count(operation, result, System.nanoTime() - start);
    return result;
  }

  private <T> PemsResult<T> exchange(
      Operation operation, PemsTarget target, HttpRequest request, Reading.Reader<T> reader) {
    long deadline = System.nanoTime() + target.connection().timeout().toNanos();
    try {
      HttpResponse<InputStream> answer = send(request, deadline);
      try (InputStream stream = answer.body();
          Deadlines.Watch watch = deadlines.close(stream, deadline)) {
        return new Answer<>(operation, status(answer), reader).read(stream, watch);
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
