package com.pfavanguard.simulator.protocol;

import static com.pfavanguard.simulator.SimulatorClient.field;
import static com.pfavanguard.simulator.SimulatorClient.number;
import static com.pfavanguard.simulator.SimulatorClient.pair;
import static com.pfavanguard.simulator.SimulatorClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.simulator.SimulatorClient;
import com.pfavanguard.simulator.SimulatorClient.Answer;
import com.pfavanguard.simulator.SimulatorExtension;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class ScreenTest {
  private static final String KEY = "RIO/PFA-0000009";
  private static final String STALE =
      "This record has been modified by another user. Reload the record to view and/or edit the"
          + " updated record.";

  @RegisterExtension
  static final SimulatorExtension SIMULATOR = SimulatorExtension.withRecords(200);

  private final SimulatorClient pems = SIMULATOR.client();

  private long recordid() {
    return pems.screen("GET", KEY).screen().path("recordid").asLong();
  }

  @Test
  void readsARecordWithItsCounterAndTrail() {
    JsonNode screen = pems.screen("GET", KEY).screen();
    assertThat(field(screen, "PFS_ID").path("TEXTDATA").asString()).isEqualTo("PFA-0000009");
    assertThat(field(screen, "PFS_P_STARTDATE").path("DATETIMEDATA").path("DAY").isInt()).isTrue();
    assertThat(screen.path("recordid").asLong()).isPositive();
    assertThat(screen.path("UPDATEDBY").path("USERCODE").asString()).isNotEmpty();
    assertThat(screen.path("CREATEDBY").path("USERCODE").asString()).isNotEmpty();
    assertThat(screen.path("DATEUPDATED").path("YEAR").asLong()).isPositive();
    assertThat(screen.path("USERDEFINEDSCREENNAME").asString()).isEqualTo("CUPFA2");
  }

  @Test
  void findsTheOrganizationInTheHeaderToo() {
    String body =
        """
        {"USERDEFINEDSCREENNAME":"CUPFA2","USERDEFINEDSERVICEACTION":"GET",
         "USERDEFINEDSCREENFIELDVALUELIST":{"USERDEFINEDSCREENFIELDVALUEPAIR":%s}}\
        """
            .formatted(pair("PFS_ID", text("PFA-0000001")));
    Answer answer = pems.post("/userdefinedscreenservices", body, "organization", "HOLNG");
    assertThat(field(answer.screen(), "PFS_A_ORG").path("TEXTDATA").asString()).isEqualTo("HOLNG");
    assertThat(pems.post("/userdefinedscreenservices", body).error()).contains("required");
  }

  @Test
  void updatesCountUpAndSayWhoAndWhen() {
    long before = recordid();
    Answer answer =
        pems.screen(
            "UPDATE", KEY, pair("PFS_F_RATE", number(1234567, 2)), "\"recordid\":" + before);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.screen().path("recordid").asLong()).isEqualTo(before + 1);
    JsonNode live = pems.screen("GET", KEY).screen();
    assertThat(live.path("recordid").asLong()).isEqualTo(before + 1);
    assertThat(field(live, "PFS_F_RATE").path("NUMERICDATA").path("VALUE").asInt())
        .isEqualTo(1234567);
    assertThat(live.path("UPDATEDBY").path("USERCODE").asString()).isEqualTo("vanguard");
    assertThat(field(live, "PFS_F_LAST_CHANGE_BY").path("TEXTDATA").asString())
        .isEqualTo("vanguard");
    JsonNode write = pems.control("/writes?after=0").path(0);
    assertThat(write.path("fields").toString()).isEqualTo("{\"monthlyRate\":\"12345.67\"}");
    assertThat(write.path("recordid").asLong()).isEqualTo(before + 1);
    assertThat(write.path("action").asString()).isEqualTo("UPDATE");
  }

  @Test
  void refusesAStaleCounterAndChangesNothing() {
    long before = recordid();
    Answer answer =
        pems.screen(
            "UPDATE", KEY, pair("PFS_F_RATE", number(1, 0)), "\"recordid\":" + (before - 1));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo(STALE);
    assertThat(recordid()).isEqualTo(before);
    assertThat(pems.control("/writes").size()).isZero();
  }

  @Test
  void mayReportStalenessDifferentlyOrNotAtAll() {
    String stale = "\"recordid\":9999";
    pems.settings("{\"staleStatus\":409,\"staleName\":\"RecordModified\"}");
    Answer named = pems.screen("UPDATE", KEY, stale);
    assertThat(named.status()).isEqualTo(409);
    assertThat(named.json().path("ErrorAlert").path(0).path("Name").asString())
        .isEqualTo("RecordModified");
    pems.settings("{\"recordidEnforced\":false}");
    assertThat(pems.screen("UPDATE", KEY, stale).status()).isEqualTo(200);
  }

  @Test
  void leavesMissingFieldsAloneUnlessTheTenantEmptiesThem() {
    pems.screen("UPDATE", KEY, pair("DESCRIPTION", text("kept")));
    pems.screen("UPDATE", KEY, pair("PFS_F_DOR", text("BEO")));
    assertThat(value("DESCRIPTION")).isEqualTo("kept");
    pems.settings("{\"missingFieldsBecomeNull\":true}");
    pems.screen("UPDATE", KEY, pair("PFS_F_DOR", text("PROJECT")));
    assertThat(value("PFS_F_DOR")).isEqualTo("PROJECT");
    assertThat(value("DESCRIPTION")).isEmpty();
    assertThat(value("PFS_ID")).isEqualTo("PFA-0000009");
  }

  private String value(String name) {
    return field(pems.screen("GET", KEY).screen(), name).path("TEXTDATA").asString("");
  }

  @Test
  void emptiesAFieldByAnEmptySlot() {
    for (String empty : List.of("null", "{}", "{\"DATETIMEDATA\":null}", "{\"TEXTDATA\":\"\"}")) {
      pems.control("POST", "/reset", "{}");
      assertThat(pems.screen("UPDATE", KEY, pair("PFS_F_ENDDATE", empty)).status()).isEqualTo(200);
      assertThat(pems.control("/records/" + KEY).at("/fields/forecastEnd").isNull())
          .as(empty)
          .isTrue();
    }
    pems.settings("{\"emptyFieldsOmitted\":true}");
    assertThat(pems.screen("GET", KEY).screen().toString()).doesNotContain("PFS_F_ENDDATE");
  }

  @Test
  void refusesWhatARealTenantWould() {
    long before = recordid();
    for (String wrong :
        List.of(
            pair("PFS_NOTHING", text("x")),
            pair("RECORDID", number(1, 0)),
            pair("PFS_F_CATEGORY", text("NONSENSE")),
            pair("PFS_F_CLASS", text("NONSENSE")),
            pair("PFS_EQUIPMENT", text("NONSENSE")),
            pair("PFS_F_SOURCE", text("Lease")),
            pair("PFS_F_DOR", text("SOMEONE")),
            pair("PFA_DIS", text("perhaps")),
            pair("PFS_F_RATE", text("12")),
            pair("PFS_F_RATE", number(1234567, 7)),
            pair("PFS_F_ENDDATE", text("2026-01-01")),
            pair("DESCRIPTION", "{\"TEXTDATA\":\"x\",\"NUMERICDATA\":{}}"))) {
      Answer answer = pems.screen("UPDATE", KEY, wrong);
      assertThat(answer.status()).as(wrong).isEqualTo(400);
      assertThat(answer.error()).as(wrong).contains("not a valid");
    }
    assertThat(pems.screen("UPDATE", KEY, pair("DESCRIPTION", text("x".repeat(241)))).error())
        .contains("maximum length of 240");
    assertThat(recordid()).isEqualTo(before);
  }

  @Test
  void saysRecordNotFoundAndMayPutErrorsInsideA200() {
    assertThat(pems.screen("GET", "RIO/NONE").error()).isEqualTo("Record not found");
    assertThat(pems.screen("GET", "RIO/NONE").status()).isEqualTo(400);
    pems.settings("{\"businessErrorStatus\":200}");
    Answer inside = pems.screen("UPDATE", "RIO/NONE");
    assertThat(inside.status()).isEqualTo(200);
    assertThat(inside.json().path("Result").isNull()).isTrue();
    assertThat(inside.error()).isEqualTo("Record not found");
  }

  @Test
  void addsAndDeletesRecords() {
    Answer added = pems.screen("ADD", "RIO/NEW-1", pair("DESCRIPTION", text("New crane")));
    assertThat(added.screen().path("recordid").asLong()).isEqualTo(1);
    assertThat(field(added.screen(), "PFA_DIS").path("TEXTDATA").asString()).isEqualTo("false");
    assertThat(pems.screen("ADD", "RIO/NEW-1").error()).contains("already exists");
    assertThat(pems.screen("ADD", "NOWHERE/NEW-1").error()).contains("not a valid Organization");
    assertThat(pems.screen("DELETE", "RIO/NEW-1", "\"recordid\":7").error()).isEqualTo(STALE);
    assertThat(pems.screen("DELETE", "RIO/NEW-1", "\"recordid\":1").status()).isEqualTo(200);
    assertThat(pems.screen("GET", "RIO/NEW-1").error()).isEqualTo("Record not found");
    assertThat(pems.control("/writes").size()).isEqualTo(2);
  }

  @Test
  void proposesDefaultsForANewRecord() {
    Answer defaults = pems.screen("GETDEFAULT", "RIO/");
    assertThat(field(defaults.screen(), "PFS_F_SOURCE").path("TEXTDATA").asString())
        .isEqualTo("Rental");
    assertThat(field(defaults.screen(), "PFS_A_ORG").path("TEXTDATA").asString()).isEqualTo("RIO");
    assertThat(pems.control("/writes").size()).isZero();
    assertThat(pems.screen("APPROVE", KEY).error()).contains("not a valid");
  }

  @Test
  void acceptsTheWholeRecordAsItWasRead() {
    for (int record = 1; record <= 90; record++) {
      String key = "RIO/PFA-%07d".formatted(record);
      Answer read = pems.screen("GET", key);
      JsonNode list = read.screen().path("USERDEFINEDSCREENFIELDVALUELIST");
      String body =
          """
          {"USERDEFINEDSCREENNAME":"CUPFA2","USERDEFINEDSERVICEACTION":"UPDATE","recordid":%d,
           "USERDEFINEDSCREENFIELDVALUELIST":%s}\
          """
              .formatted(read.screen().path("recordid").asLong(), list);
      assertThat(pems.post("/userdefinedscreenservices", body).status()).as(key).isEqualTo(200);
    }
    assertThat(pems.control("/writes").toString())
        .doesNotContain("\"fields\":{\"")
        .contains("\"fields\":{}");
  }

  @Test
  void losesNoUpdateWhenManyWriteOneRecord() {
    pems.screen("UPDATE", KEY, pair("PFS_F_RATE", number(0, 0)));
    long before = recordid();
    List<CompletableFuture<Integer>> writers =
        IntStream.range(0, 24)
            .mapToObj(writer -> CompletableFuture.supplyAsync(() -> increment(20)))
            .toList();
    int accepted = writers.stream().mapToInt(CompletableFuture::join).sum();
    assertThat(accepted).isPositive();
    assertThat(recordid()).isEqualTo(before + accepted);
    JsonNode rate = field(pems.screen("GET", KEY).screen(), "PFS_F_RATE").path("NUMERICDATA");
    assertThat(rate.path("VALUE").asInt()).isEqualTo(accepted);
    assertThat(pems.control("/writes?after=1").size()).isEqualTo(accepted);
  }

  /** Read, add one to the rate, write if nobody else has; how often that went through. */
  private int increment(int tries) {
    int accepted = 0;
    for (int attempt = 0; attempt < tries; attempt++) {
      JsonNode screen = pems.screen("GET", KEY).screen();
      long rate = field(screen, "PFS_F_RATE").path("NUMERICDATA").path("VALUE").asLong(0);
      Answer answer =
          pems.screen(
              "UPDATE",
              KEY,
              pair("PFS_F_RATE", number(rate + 1, 0)),
              "\"recordid\":" + screen.path("recordid").asLong());
      accepted += answer.status() == 200 ? 1 : 0;
    }
    return accepted;
  }
}
