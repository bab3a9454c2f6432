import com.pfavanguard.launcher.client.Answer;
import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.console.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How long an edit takes from the planner's commit until PEMS has it: one after another, against a
 * running {@code ./vanguard up}, with the simulator's log of accepted writes as the witness.
 *
 * <p>Started by {@code bench/edit-to-pems}; the launcher's jar is on its class path.
 */
final class EditToPems {
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long LOOK_AGAIN_MILLIS = 5;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final String ORGANIZATION = "RIO";

  private final VanguardApi planner;
  private final VanguardApi simulator;
  private long lastWrite;

  private record Sample(String pfaId, double accepted, double inPems) {}

  private EditToPems(JsonNode run) throws Exception {
    JsonNode user = run.path("users").path(0);
    this.planner =
        VanguardApi.anonymous(run.path("server").path("url").asString())
            .login(user.path("username").asString(), user.path("password").asString());
    this.simulator = VanguardApi.anonymous(run.path("simulator").path("controlUrl").asString());
    for (JsonNode write : simulator.get("/writes?after=0").body()) {
      lastWrite = Math.max(lastWrite, write.path("sequence").asLong());
    }
  }

  public static void main(String[] arguments) throws Exception {
    List<String> options = List.of(arguments);
    boolean json = options.contains("--json");
    int edits = Integer.parseInt(option(options, "--edits", "50"));
    Path dataDirectory = Path.of(option(options, "--data-dir", ".vanguard"));
    Path runFile = dataDirectory.resolve("run.json");
    if (!Files.exists(runFile)) {
      System.err.println("edit-to-pems: nothing is running on " + dataDirectory);
      System.exit(1);
    }
    List<Sample> samples = new EditToPems(Json.parse(Files.readString(runFile))).measure(edits);
    report(samples, json);
    System.exit(samples.size() == edits ? 0 : 1);
  }

  private static String option(List<String> options, String name, String otherwise) {
    int at = options.indexOf(name);
    return at < 0 || at + 1 == options.size() ? otherwise : options.get(at + 1);
  }

  private List<Sample> measure(int edits) throws Exception {
    List<Sample> samples = new ArrayList<>();
    for (JsonNode record : editable(edits)) {
      samples.add(edit(record));
    }
    return samples;
  }

  private List<JsonNode> editable(int count) throws Exception {
    String query = "/api/pfa-data?limit=5000&totals=false&organizationId=" + ORGANIZATION;
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode record : require(planner.get(query), 200).path("records")) {
      boolean quiet =
          record.path("syncStatus").asString("").equals("synced")
              && !record.path("isActualized").asBoolean(true)
              && record.path("forecastEnd").isString();
      if (quiet && found.size() < count) {
        found.add(record);
      }
    }
    return found;
  }

  private Sample edit(JsonNode record) throws Exception {
    String pfaId = record.path("pfaId").asString();
    LocalDate end = LocalDate.parse(record.path("forecastEnd").asString()).plusDays(1);
    ObjectNode draft = Json.object().put("organizationId", ORGANIZATION);
    draft
        .putArray("changes")
        .addObject()
        .put("pfaId", pfaId)
        .put("baseVersion", record.path("version").asLong())
        .putObject("fields")
        .put("forecastEnd", end.toString());
    JsonNode saved = post("/api/pfa-data/save-draft", draft, 200);
    ObjectNode commit = Json.object().put("organizationId", ORGANIZATION);
    commit.putArray("modificationIds").add(saved.path("drafts").path(0).path("modificationId"));
    long begun = commit(commit);
    double accepted = millisSince(begun);
    awaitInPems(pfaId, begun);
    return new Sample(pfaId, accepted, millisSince(begun));
  }

  private void awaitInPems(String pfaId, long begun) throws Exception {
    while (System.nanoTime() - begun < PATIENCE_NANOS) {
      for (JsonNode write : simulator.get("/writes?after=" + lastWrite).body()) {
        lastWrite = Math.max(lastWrite, write.path("sequence").asLong());
        if (write.path("pfaId").asString("").equals(pfaId)
            && write.path("organization").asString("").equals(ORGANIZATION)) {
          return;
        }
      }
      Thread.sleep(LOOK_AGAIN_MILLIS);
    }
    throw new IllegalStateException(pfaId + " did not arrive in PEMS within 60 s");
  }

  /** Returns when the commit that was accepted began. */
  private long commit(JsonNode wish) throws Exception {
    while (true) {
      long begun = System.nanoTime();
      Answer answer = planner.post("/api/pfa-data/commit-drafts", wish);
      if (answer.status() != TOO_MANY_REQUESTS) {
        require(answer, 202);
        return begun;
      }
      Thread.sleep(1000);
    }
  }

  private JsonNode post(String path, JsonNode body, int expected) throws Exception {
    Answer answer = planner.post(path, body);
    while (answer.status() == TOO_MANY_REQUESTS) {
      Thread.sleep(1000);
      answer = planner.post(path, body);
    }
    return require(answer, expected);
  }

  private static JsonNode require(Answer answer, int expected) {
    if (answer.status() != expected) {
      throw new IllegalStateException(answer.problem());
    }
    return answer.body();
  }

  private static double millisSince(long begun) {
    return (System.nanoTime() - begun) / 1e6;
  }

  private static double percentile(List<Double> sorted, double share) {
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, index));
  }

  private static void report(List<Sample> samples, boolean json) {
    List<Double> commit = samples.stream().map(Sample::accepted).sorted().toList();
    List<Double> pems = samples.stream().map(Sample::inPems).sorted().toList();
    if (json) {
      ObjectNode report = Json.object().put("edits", samples.size());
      report.set("commitMilliseconds", summary(commit));
      report.set("commitToPemsMilliseconds", summary(pems));
      System.out.println(Json.line(report));
      return;
    }
    System.out.printf("%d edits, one after another%n", samples.size());
    System.out.println(line("commit answered", commit));
    System.out.println(line("commit to PEMS", pems));
  }

  private static ObjectNode summary(List<Double> sorted) {
    return Json.object()
        .put("median", Math.round(percentile(sorted, 0.5)))
        .put("p95", Math.round(percentile(sorted, 0.95)))
        .put("max", Math.round(percentile(sorted, 1)));
  }

  private static String line(String name, List<Double> sorted) {
    return String.format(
        Locale.ROOT,
        "  %-16s median %6.0f ms   p95 %6.0f ms   max %6.0f ms",
        name,
        percentile(sorted, 0.5),
        percentile(sorted, 0.95),
        percentile(sorted, 1));
  }
}
