package com.pfavanguard.pems.screen;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsResult;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.pems.http.Alerts;
import com.pfavanguard.pems.http.Classifier;
import com.pfavanguard.pems.http.Operation;
import com.pfavanguard.pems.http.PemsHttp;
import com.pfavanguard.pems.http.Reading;
import com.pfavanguard.pems.layout.ScreenLayout;
import com.pfavanguard.pems.value.BadValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes single records through the user-defined screen. */
public final class ScreenRecords {
  private static final String PATH = "/userdefinedscreenservices";

  private final PemsHttp http;
  private final JsonMapper json;
  private final ScreenRequests requests;
  private final ScreenAnswers answers;

  public ScreenRecords(PemsHttp http, JsonMapper json, ScreenLayout layout) {
    this.http = http;
    this.json = json;
    this.requests = new ScreenRequests(json, layout);
    this.answers = new ScreenAnswers(json, layout);
  }

  /** As {@code PemsGateway.read}. */
  public PemsResult<LiveRecord> read(PemsTarget target, String pfaId) {
    String body = requests.get(target.organization(), pfaId);
    return flat(
        Operation.READ,
        http.post(Operation.READ, target, PATH, body, stream -> reading(stream, target, pfaId)));
  }

  /** As {@code PemsGateway.update}. */
  public PemsResult<LiveRecord> update(PemsTarget target, LiveRecord current, FieldValues changes) {
    String pfaId = current.pfaId();
    PemsResult<Optional<LiveRecord>> answer =
        http.post(
            Operation.UPDATE,
            target,
            PATH,
            requests.update(current, changes),
            stream -> reading(stream, target, pfaId));
    return switch (answer) {
      case PemsResult.Success<Optional<LiveRecord>>(Optional<LiveRecord> written) ->
          written.map(PemsResult::success).orElseGet(() -> readBack(target, pfaId));
      case PemsResult.Failure<Optional<LiveRecord>>(PemsFailure.Rejected rejected, var said) ->
          new PemsResult.Failure<>(staleOr(rejected, target, current), said);
      case PemsResult.Failure<Optional<LiveRecord>> failed -> failed.as();
    };
  }

  /** The write is done; only its result is still unknown when this read fails. */
  private PemsResult<LiveRecord> readBack(PemsTarget target, String pfaId) {
    return switch (read(target, pfaId)) {
      case PemsResult.Success<LiveRecord> success -> success;
      case PemsResult.Failure<LiveRecord>(PemsFailure failure, var said) ->
          new PemsResult.Failure<>(
              new PemsFailure.Ambiguous("written, not read back: " + failure.message()), said);
    };
  }

  /** A tenant may word staleness in its own language: the record's own counter tells it too. */
  private PemsFailure staleOr(
      PemsFailure.Rejected rejected, PemsTarget target, LiveRecord current) {
    boolean moved =
        read(target, current.pfaId()) instanceof PemsResult.Success<LiveRecord>(LiveRecord now)
            && now.recordid() != current.recordid();
    return moved ? new PemsFailure.Stale(rejected.message()) : rejected;
  }

  private Reading<Optional<LiveRecord>> reading(InputStream stream, PemsTarget target, String pfaId)
      throws IOException {
    String body = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    JsonNode answer = json.readTree(body);
    return new Reading<>(
        Alerts.of(answer),
        () -> {
          JsonNode result = answer.path("Result");
          if (!result.isObject()) {
            throw new BadValue("the answer has neither Result nor alert");
          }
          return PemsResult.success(answers.decode(body, result, target.organization(), pfaId));
        });
  }

  private static PemsResult<LiveRecord> flat(
      Operation operation, PemsResult<Optional<LiveRecord>> answer) {
    return switch (answer) {
      case PemsResult.Failure<Optional<LiveRecord>> failed -> failed.as();
      case PemsResult.Success<Optional<LiveRecord>>(Optional<LiveRecord> found) ->
          found
              .map(PemsResult::success)
              .orElseGet(
                  () ->
                      PemsResult.failure(
                          Classifier.garbled(operation, "the answer holds no record")));
    };
  }
}
