package com.pfavanguard.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.simulator.SimulatorClient;
import com.pfavanguard.simulator.SimulatorClient.Answer;
import com.pfavanguard.simulator.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ControlApiTest {
  @RegisterExtension
  static final SimulatorExtension SIMULATOR = SimulatorExtension.withRecords(200);

  private final SimulatorClient pems = SIMULATOR.client();

  @Test
  void playsAPemsUser() {
    JsonNode before = pems.control("/records/RIO/PFA-0000003");
    Answer edit =
        pems.control(
            "POST",
            "/edits",
            """
            {"organization":"RIO","pfaId":"PFA-0000003","user":"KTANAKA",
             "fields":{"monthlyRate":"10.50","forecastEnd":null,"isDiscontinued":true}}\
            """);
    long recordid = before.path("recordid").asLong() + 1;
    assertThat(edit.json().path("recordid").asLong()).isEqualTo(recordid);
    JsonNode after = pems.control("/records/RIO/PFA-0000003");
    assertThat(after.path("recordid").asLong()).isEqualTo(recordid);
    assertThat(after.at("/fields/monthlyRate").asString()).isEqualTo("10.50");
    assertThat(after.at("/screen/PFS_F_RATE").asString()).isEqualTo("10.50");
    assertThat(after.at("/fields/forecastEnd").isNull()).isTrue();
    assertThat(after.at("/fields/isDiscontinued").booleanValue()).isTrue();
    assertThat(after.at("/fields/lastChangedBy").asString()).isEqualTo("KTANAKA");
    JsonNode write = pems.control("/writes").path(0);
    assertThat(write.path("user").asString()).isEqualTo("KTANAKA");
    assertThat(write.path("fields").path("monthlyRate").asString()).isEqualTo("10.50");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST | /edits | {"organization":"RIO","pfaId":"PFA-0000003","user":"A"} | 400 | at least one
          POST | /edits | {"organization":"RIO","pfaId":"X","user":"A","fields":{"dor":"BEO"}} | 404 | no such record
          POST | /edits | {"organization":"RIO","pfaId":"PFA-0000003","fields":{"dor":"BEO"}} | 400 | user is missing
          POST | /edits | {"organization":"RIO","pfaId":"PFA-0000003","user":"A","fields":{"planEnd":"x"}} | 400 | planEnd
          POST | /edits | {"organization":"RIO","pfaId":"PFA-0000003","user":"A","fields":{"version":4}} | 400 | may edit
          POST | /edits | [] | 400 | JSON object
          POST | /settings | {"noSuch":true} | 400 | noSuch
          POST | /settings | {"cursorBase":7} | 400 | 0 or 1
          POST | /settings | {"serverZone":"Mars"} | 400 | time zone
          POST | /settings | {"gridDateFormat":"MM/dd"} | 400 | date pattern
          POST | /settings | {"rowStyle":"E"} | 400 | one of
          POST | /reset | {"records":-1} | 400 | above 0
          PUT | /faults | {"rules":[{"fault":"x"}]} | 400 | rule 0
          PUT | /faults | {} | 400 | array
          GET | /writes?after=x | {} | 400 | after
          GET | /records/RIO/NONE | {} | 404 | no such record
          GET | /elsewhere | {} | 404 | no such thing
          """)
  void saysWhatIsWrong(String method, String path, String body, int status, String part) {
    Answer answer = pems.control(method, path, body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("error").asString()).contains(part);
  }

  @Test
  void changesAllSettingsOfARequestOrNone() {
    pems.control("POST", "/settings", "{\"cursorBase\":0,\"rowStyle\":\"E\"}");
    assertThat(pems.control("/settings").path("cursorBase").asInt()).isEqualTo(1);
    pems.settings("{\"cursorBase\":0,\"rowStyle\":\"CELL\"}");
    assertThat(pems.control("/settings").path("cursorBase").asInt()).isZero();
    assertThat(pems.control("/settings").path("rowStyle").asString()).isEqualTo("CELL");
  }

  @Test
  void showsTheFaultsAndWhatTheyDid() {
    pems.fault("{\"match\":{\"operation\":\"ASSETS\"},\"fault\":\"http-500\",\"count\":1}");
    pems.get("/assets");
    pems.get("/assets");
    JsonNode rule = pems.control("/faults").path("rules").path(0);
    assertThat(rule.path("covered").asInt()).isEqualTo(2);
    assertThat(rule.path("struck").asInt()).isEqualTo(1);
    assertThat(rule.at("/rule/fault").asString()).isEqualTo("http-500");
    pems.control("DELETE", "/faults", "");
    assertThat(pems.control("/faults").path("rules").size()).isZero();
  }

  @Test
  void beginsAnewWithAnotherPortfolio() {
    pems.control("POST", "/reset", "{\"records\":1000,\"seed\":3}");
    assertThat(pems.count("RIO")).isEqualTo(450);
    assertThat(pems.control("/writes").size()).isZero();
    pems.control("POST", "/reset", "{\"records\":200,\"seed\":1}");
    assertThat(pems.count("RIO")).isEqualTo(90);
  }

  @Test
  void countsRequests() {
    long before = pems.control("/stats").path("requests").asLong();
    pems.get("/organization");
    assertThat(pems.control("/stats").path("requests").asLong()).isEqualTo(before + 1);
    assertThat(pems.control("/stats").path("maxConcurrentRequests").asInt()).isPositive();
  }
}
