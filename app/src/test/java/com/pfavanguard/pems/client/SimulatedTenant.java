package com.pfavanguard.pems.client;

import com.pfavanguard.pems.GridPage;
import com.pfavanguard.pems.GridQuery;
import com.pfavanguard.pems.GridRow;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.PemsFailure;
import com.pfavanguard.pems.PemsGateway;
import com.pfavanguard.pems.PemsResult;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.pems.budget.Admission;
import com.pfavanguard.pems.grid.GridReads;
import com.pfavanguard.pems.http.Meters;
import com.pfavanguard.pems.http.PemsHttp;
import com.pfavanguard.pems.layout.FieldNames;
import com.pfavanguard.pems.layout.GridLayout;
import com.pfavanguard.pems.layout.ScreenLayout;
import com.pfavanguard.pems.screen.ScreenRecords;
import com.pfavanguard.pems.value.GridText;
import com.pfavanguard.simulator.PemsSimulator;
import com.pfavanguard.simulator.SimulatorOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulator of its own with 60 records, our client pointed at it, and its control API. */
final class SimulatedTenant implements AutoCloseable {
  static final String ORGANIZATION = "RIO";
  private static final String PASSWORD = "s3cret of the tenant";
  private static final HttpClient CONTROL = HttpClient.newHttpClient();
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  /** What the client is told when its credentials are refused. */
  Function<PemsConnection, Optional<PemsConnection>> renewals = refused -> Optional.empty();

  private final PemsSimulator simulator;
  private final PemsHttp http =
      new PemsHttp(
          target -> new Admission.Permit(() -> {}),
          (connection, result, single, nanos) -> {},
          new Meters(meters),
          refused -> renewals.apply(refused),
          com.pfavanguard.kernel.trace.Traces.off(),
          Duration.ofSeconds(5));

  private SimulatedTenant(PemsSimulator simulator) {
    this.simulator = simulator;
  }

  static SimulatedTenant start() throws IOException {
    return new SimulatedTenant(
        PemsSimulator.start(SimulatorOptions.inMemory(PASSWORD).withRecords(60, 7)));
  }

  PemsTarget target() {
    return target(PASSWORD, null, Duration.ofSeconds(30));
  }

  PemsTarget target(String password, @Nullable String apiKey, Duration timeout) {
    return new PemsTarget(connection("DEMO", password, apiKey, timeout), ORGANIZATION);
  }

  /** An address where nobody listens. */
  PemsTarget nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      URI closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
      Duration timeout = Duration.ofSeconds(30);
      return new PemsTarget(
          new PemsConnection(
              "closed",
              closed,
              "DEMO",
              new PemsConnection.Credentials("vanguard", "", null),
              new PemsConnection.Limits(10, 10, 10, timeout)),
          ORGANIZATION);
    }
  }

  PemsConnection connection(
      String tenant, String password, @Nullable String apiKey, Duration timeout) {
    return new PemsConnection(
        "default",
        URI.create(simulator.url()),
        tenant,
        new PemsConnection.Credentials("vanguard", password, apiKey),
        new PemsConnection.Limits(10_000, 10_000, 10_000, timeout));
  }

  /** Our client for a tenant with the usual habits. */
  PemsGateway gateway() {
    return gateway("MM/dd/yyyy", ZoneOffset.UTC, 1);
  }

  PemsGateway gateway(String gridDates, ZoneId zone, long firstCursor) {
    FieldNames names = new FieldNames(Map.of());
    return new EamGateway(
        new ScreenRecords(http, JSON, new ScreenLayout("CUPFA2", names, zone)),
        new GridReads(
            http,
            JSON,
            new GridLayout("CUPFAG", "100541", firstCursor, names, new GridText(gridDates, zone))));
  }

  LiveRecord read(String pfaId) {
    return value(gateway().read(target(), pfaId));
  }

  /** All rows, page by page. */
  List<GridRow> readAll(PemsGateway gateway, GridQuery query) {
    List<GridRow> rows = new ArrayList<>();
    long cursor = 1;
    GridPage page;
    do {
      page = value(gateway.readPage(target(), query, cursor, rows::add));
      cursor = page.nextCursor();
    } while (page.moreRecords());
    return rows;
  }

  /** Some record's key. */
  String anyId() {
    return readAll(gateway(), new GridQuery(null, 100)).getFirst().pfaId();
  }

  JsonNode control(String method, String path, Object body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(simulator.controlUrl() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    var answer = CONTROL.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  void settings(Map<String, ?> switches) throws Exception {
    control("POST", "/settings", switches);
  }

  /** Lets a fault strike every request of an operation. */
  void fault(String operation, Map<String, ?> fault) throws Exception {
    control(
        "PUT",
        "/faults",
        Map.of(
            "seed",
            1,
            "rules",
            List.of(Map.of("match", Map.of("operation", operation), "fault", fault))));
  }

  /** What PEMS itself holds, by API field name. */
  JsonNode held(String pfaId) throws Exception {
    return control("GET", "/records/" + ORGANIZATION + "/" + pfaId, "");
  }

  static <T> T value(PemsResult<T> result) {
    return switch (result) {
      case PemsResult.Success<T>(T value) -> value;
      case PemsResult.Failure<T>(PemsFailure failure, var _) ->
          throw new AssertionError(failure.toString());
    };
  }

  static @Nullable PemsFailure failure(PemsResult<?> result) {
    return result instanceof PemsResult.Failure<?>(PemsFailure failure, var _) ? failure : null;
  }

  @Override
  public void close() throws IOException {
    http.close();
    simulator.close();
  }
}
