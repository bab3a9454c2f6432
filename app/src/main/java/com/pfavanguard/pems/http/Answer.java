package com.pfavanguard.pems.http;

import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsResult;
import com.pfavanguard.pems.value.BadValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An answer that began to arrive; its body may still break in every way. */
record Answer<T>(Operation operation, AnswerStatus status, Reading.Reader<T> reader) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_COMPLAINT = 100_000;

  /**
   * @throws IOException when the connection is cut
   * @throws TimeoutException when the body is not read by its deadline
   */
  PemsResult<T> read(InputStream body, Deadlines.Watch watch) throws IOException, TimeoutException {
    try {
      return status.successful() ? accepted(body) : refused(body);
    } catch (IOException | JacksonException | BadValue e) {
      if (watch.fired()) {
        throw new TimeoutException();
      }
      return broken(e);
    }
  }

  private PemsResult<T> accepted(InputStream body) throws IOException {
    Reading<T> reading = reader.read(body);
    Optional<PemsFailure> failure = Classifier.failure(operation, status, reading.alerts());
    return failure.isPresent() ? PemsResult.failure(failure.get()) : reading.meaning().get();
  }

  private PemsResult<T> refused(InputStream body) throws IOException {
    Alerts alerts = complaint(body.readNBytes(LONGEST_COMPLAINT));
    return PemsResult.failure(Classifier.failure(operation, status, alerts).orElseThrow());
  }

  /** A refusal may come from a proxy that speaks no JSON: then the status says it all. */
  private static Alerts complaint(byte[] body) {
    try {
      return Alerts.of(JSON.readTree(body));
    } catch (JacksonException e) {
      return Alerts.NONE;
    }
  }

  private PemsResult<T> broken(Exception cause) throws IOException {
    return switch (cause) {
      case IOException cut -> throw cut;
      case JacksonException json when json.getCause() instanceof IOException cut -> throw cut;
      case JacksonException json ->
          PemsResult.failure(
              Classifier.garbled(operation, "broken JSON: " + json.getOriginalMessage()));
      default ->
          PemsResult.failure(Classifier.garbled(operation, String.valueOf(cause.getMessage())));
    };
  }
}
