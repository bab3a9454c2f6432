package com.pfavanguard.simulator.fault;

import static com.pfavanguard.simulator.SimulatorClient.cell;
import static com.pfavanguard.simulator.SimulatorClient.gridBody;
import static com.pfavanguard.simulator.SimulatorClient.number;
import static com.pfavanguard.simulator.SimulatorClient.pair;
import static com.pfavanguard.simulator.SimulatorClient.rows;
import static com.pfavanguard.simulator.SimulatorClient.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.simulator.SimulatorClient;
import com.pfavanguard.simulator.SimulatorClient.Answer;
import com.pfavanguard.simulator.SimulatorExtension;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class FaultsTest {
  private static final String KEY = "RIO/PFA-0000009";

  @RegisterExtension
  static final SimulatorExtension SIMULATOR = SimulatorExtension.withRecords(200);

  private final SimulatorClient pems = SIMULATOR.client();

  private void fault(String operation, String fault) {
    pems.fault(
        "{\"match\":{\"operation\":\"%s\"},\"fault\":%s}"
            .formatted(operation, fault.startsWith("{") ? fault : '"' + fault + '"'));
  }

  private Answer update() {
    return pems.screen("UPDATE", KEY, pair("PFS_F_RATE", number(77, 0)));
  }

  private int writes() {
    return pems.control("/writes").size();
  }

  @Test
  void cutsTheConnectionBeforeTheCommit() {
    fault("UPDATE", "cut-before-commit");
    assertThatThrownBy(this::update).isInstanceOf(UncheckedIOException.class);
    assertThat(writes()).isZero();
  }

  @Test
  void cutsTheConnectionAfterTheCommit() {
    fault("UPDATE", "cut-after-commit");
    assertThatThrownBy(this::update).isInstanceOf(UncheckedIOException.class);
    // a client may send a request again that died unanswered
    assertThat(writes()).isPositive();
  }

  @Test
  void cutsTheConnectionInTheBody() {
    fault("GRIDDATA", "{\"kind\":\"cut-mid-body\",\"bytes\":500}");
    assertThatThrownBy(() -> pems.grid("RIO", 1, 50)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void refusesConnectionsForAWhileAndComesBack() throws Exception {
    fault("GET", "{\"kind\":\"connection-refused\",\"millis\":300}");
    assertThatThrownBy(() -> pems.screen("GET", KEY)).isInstanceOf(UncheckedIOException.class);
    try (HttpClient fresh = HttpClient.newHttpClient()) {
      assertThatThrownBy(
              () ->
                  fresh.send(
                      pems.request("/organization").build(), HttpResponse.BodyHandlers.ofString()))
          .isInstanceOf(ConnectException.class);
    }
    pems.control("DELETE", "/faults", "");
    Awaitility.await().ignoreExceptions().until(() -> pems.screen("GET", KEY).status() == 200);
  }

  @Test
  void answersStatusesWithAndWithoutRetryAfter() {
    fault("UPDATE", "http-500");
    assertThat(update().status()).isEqualTo(500);
    fault("UPDATE", "http-503");
    assertThat(update().raw().headers().firstValue("Retry-After")).isEmpty();
    fault("UPDATE", "{\"kind\":\"http-429\",\"retryAfter\":7}");
    Answer limited = update();
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.raw().headers().firstValue("Retry-After")).hasValue("7");
    assertThat(writes()).isZero();
  }

  @Test
  void limitsTheRateOfWhatItMatches() {
    fault("UPDATE", "{\"kind\":\"rate-limit\",\"perSecond\":1,\"burst\":2}");
    List<Integer> statuses = IntStream.range(0, 6).mapToObj(_ -> update().status()).toList();
    assertThat(statuses).startsWith(200, 200).contains(429);
    assertThat(pems.screen("GET", KEY).status()).isEqualTo(200);
  }

  @Test
  void answersAlertsInsideA200() {
    fault("UPDATE", "{\"kind\":\"error-alert\",\"message\":\"no\",\"name\":\"X\"}");
    Answer error = update();
    assertThat(error.status()).isEqualTo(200);
    assertThat(error.error()).isEqualTo("no");
    fault("UPDATE", "confirmation-alert");
    Answer question = update();
    assertThat(question.json().path("ConfirmationAlert").path("Message").asString()).isNotEmpty();
    assertThat(question.json().path("Result").isNull()).isTrue();
    assertThat(writes()).isZero();
  }

  @Test
  void expiresTheSessionBetweenPages() {
    pems.fault(
        """
        {"match":{"operation":"GRIDDATA"},"fault":"session-expiry","schedule":{"from":2,"to":2}}\
        """);
    Answer first = pems.post("/griddata", gridBody("RIO", 1, 5), "keepsession", "true");
    String session = first.json().path("Result").path("SessionID").asString();
    String[] headers = {"sessionid", session, "keepsession", "true"};
    Answer lost = pems.post("/griddata", gridBody("RIO", 6, 5), headers);
    assertThat(lost.json().path("ErrorAlert").path(0).path("Name").asString())
        .isEqualTo("NoSessionException");
    assertThat(pems.post("/griddata", gridBody("RIO", 6, 5), headers).status()).isEqualTo(401);
  }

  private static List<String> ids(Answer page) {
    return rows(page).stream().map(row -> cell(page, row, "pfs_id")).toList();
  }

  @Test
  void servesPagesThatAreNotWhatWasAsked() {
    List<String> first = ids(pems.grid("RIO", 1, 10));
    List<String> second = ids(pems.grid("RIO", 11, 10));
    fault("GRIDDATA", "{\"kind\":\"short-page\",\"rows\":3}");
    Answer shorter = pems.grid("RIO", 11, 10);
    assertThat(ids(shorter)).isEqualTo(second.subList(0, 7));
    assertThat(shorter.data().at("/GRID/METADATA/RECORDS").asInt()).isEqualTo(7);
    fault("GRIDDATA", "{\"kind\":\"short-page\",\"rows\":3,\"honest\":false}");
    assertThat(pems.grid("RIO", 11, 10).data().at("/GRID/METADATA/RECORDS").asInt()).isEqualTo(10);
    fault("GRIDDATA", "repeated-page");
    assertThat(ids(pems.grid("RIO", 11, 10))).isEqualTo(first);
    fault("GRIDDATA", "reordered-page");
    List<String> shuffled = ids(pems.grid("RIO", 11, 10));
    assertThat(shuffled).containsExactlyInAnyOrderElementsOf(second).isNotEqualTo(second);
  }

  @Test
  void liesAboutCounts() {
    int count = pems.count("RIO");
    fault("GRIDDATA", "{\"kind\":\"count-lie\",\"by\":-4}");
    assertThat(pems.count("RIO")).isEqualTo(count - 4);
    assertThat(pems.grid("RIO", 1, 10).data().at("/GRID/METADATA/RECORDS").asInt()).isEqualTo(6);
  }

  @Test
  void truncatesTheJsonOfAGoodAnswer() {
    fault("GRIDDATA", "{\"kind\":\"truncated-json\",\"bytes\":50}");
    assertThatThrownBy(() -> pems.grid("RIO", 1, 90)).isInstanceOf(JacksonException.class);
    fault("GET", "truncated-json");
    assertThatThrownBy(() -> pems.screen("GET", KEY)).isInstanceOf(JacksonException.class);
  }

  @Test
  void dripsTheBodyWhole() {
    fault("GET", "{\"kind\":\"slow-drip\",\"bytesPerSecond\":50000}");
    assertThat(pems.screen("GET", KEY).screen().path("recordid").asLong()).isPositive();
  }

  @Test
  void playsAUserWhoEditsMeanwhile() {
    long before = pems.screen("GET", KEY).screen().path("recordid").asLong();
    fault(
        "GET", "{\"kind\":\"concurrent-edit\",\"user\":\"MGARCIA\",\"fields\":{\"dor\":\"BEO\"}}");
    JsonNode read = pems.screen("GET", KEY).screen();
    assertThat(read.path("recordid").asLong()).isEqualTo(before);
    Answer stale = pems.screen("UPDATE", KEY, "\"recordid\":" + before);
    assertThat(stale.error()).contains("modified by another user");
    JsonNode write = pems.control("/writes").path(0);
    assertThat(write.path("user").asString()).isEqualTo("MGARCIA");
    assertThat(write.path("action").asString()).isEqualTo("EDIT");
  }

  @Test
  void movesTheDataUnderAPageReader() {
    fault("GRIDDATA", "concurrent-edit");
    pems.grid("RIO", 1, 5);
    assertThat(pems.control("/writes").path(0).path("organization").asString()).isEqualTo("RIO");
  }

  @Test
  void driftsTheSchema() {
    fault(
        "GRIDDATA",
        "{\"kind\":\"schema-drift\",\"alias\":\"pfs_f_rate\",\"rename\":\"pfs_f_rate2\"}");
    String fields = pems.grid("RIO", 1, 1).data().at("/GRID/FIELDS").toString();
    assertThat(fields).contains("pfs_f_rate2").doesNotContain("\"pfs_f_rate\"");
    fault("UPDATE", "{\"kind\":\"schema-drift\",\"alias\":\"pfs_f_rate\",\"rename\":\"gone\"}");
    assertThat(update().error()).contains("not a valid field");
    fault("UPDATE", "{\"kind\":\"schema-drift\",\"alias\":\"description\",\"maxLength\":3}");
    assertThat(pems.screen("UPDATE", KEY, pair("DESCRIPTION", text("four"))).error())
        .contains("maximum length of 3");
    fault("UPDATE", "{\"kind\":\"schema-drift\",\"alias\":\"pfs_f_rate\",\"precision\":0}");
    assertThat(pems.screen("UPDATE", KEY, pair("PFS_F_RATE", number(15, 1))).error())
        .contains("not a valid number");
    fault("GET", "{\"kind\":\"schema-drift\",\"alias\":\"pfs_p_startdate\",\"type\":\"TEXT\"}");
    JsonNode start = SimulatorClient.field(pems.screen("GET", KEY).screen(), "PFS_P_STARTDATE");
    assertThat(start.path("TEXTDATA").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
  }

  @Test
  void refusesToWriteAReadOnlyRecord() {
    fault("UPDATE", "read-only-record");
    assertThat(update().error()).contains("read-only");
    assertThat(writes()).isZero();
  }

  @Test
  void deletesTheRecordJustBefore() {
    fault("UPDATE", "record-deleted");
    assertThat(update().error()).isEqualTo("Record not found");
    assertThat(pems.screen("GET", KEY).error()).isEqualTo("Record not found");
  }

  @Test
  void skewsTheClock() {
    long before = pems.grid("RIO", 1, 1).data().at("/GRID/METADATA/SERVERTIMESTAMP").asLong();
    fault("GRIDDATA", "{\"kind\":\"clock-skew\",\"seconds\":-600}");
    Answer skewed = pems.grid("RIO", 1, 1);
    assertThat(skewed.data().at("/GRID/METADATA/SERVERTIMESTAMP").asLong())
        .isEqualTo(before - 600_000);
    assertThat(skewed.raw().headers().firstValue("Date")).isPresent();
  }
}
