package com.pfavanguard.simulator.protocol;

import static com.pfavanguard.simulator.SimulatorClient.cell;
import static com.pfavanguard.simulator.SimulatorClient.filter;
import static com.pfavanguard.simulator.SimulatorClient.gridBody;
import static com.pfavanguard.simulator.SimulatorClient.rows;
import static com.pfavanguard.simulator.SimulatorClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.simulator.SimulatorClient;
import com.pfavanguard.simulator.SimulatorClient.Answer;
import com.pfavanguard.simulator.SimulatorExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class GridTest {
  @RegisterExtension
  static final SimulatorExtension SIMULATOR = SimulatorExtension.withRecords(2_000);

  private final SimulatorClient pems = SIMULATOR.client();

  private static JsonNode metadata(Answer answer) {
    return answer.data().path("GRID").path("METADATA");
  }

  private static List<String> column(Answer answer, String alias) {
    return rows(answer).stream().map(row -> cell(answer, row, alias)).toList();
  }

  @Test
  void pagesThroughEveryRowOnce() {
    List<String> ids = new ArrayList<>();
    Answer page;
    do {
      page = pems.grid("RIO", ids.size() + 1, 70);
      ids.addAll(column(page, "pfs_id"));
      assertThat(metadata(page).path("RECORDS").asInt()).isEqualTo(rows(page).size());
    } while (metadata(page).path("MORERECORDPRESENT").asString().equals("+"));
    assertThat(ids).hasSize(900).doesNotHaveDuplicates().isSorted();
    assertThat(pems.count("RIO")).isEqualTo(900);
    assertThat(page.data().path("GRID").path("TOTAL-COUNT").asInt()).isEqualTo(900);
  }

  @Test
  void saysWhoItIsInTheMetadata() {
    JsonNode metadata = metadata(pems.grid("RIO", 5, 2));
    assertThat(metadata.path("GRIDID").asString()).isEqualTo("100541");
    assertThat(metadata.path("GRIDNAME").asString()).isEqualTo("CUPFAG");
    assertThat(metadata.path("CURRENTCURSORPOSITION").asInt()).isEqualTo(5);
    assertThat(metadata.path("SERVERTIMESTAMP").asLong()).isPositive();
  }

  @Test
  void movesTheTimestampWithTheData() {
    long before = metadata(pems.grid("RIO", 1, 1)).path("SERVERTIMESTAMP").asLong();
    assertThat(metadata(pems.grid("RIO", 2, 1)).path("SERVERTIMESTAMP").asLong()).isEqualTo(before);
    pems.screen("UPDATE", "RIO/PFA-0000001", SimulatorClient.pair("DESCRIPTION", text("new")));
    assertThat(metadata(pems.grid("RIO", 1, 1)).path("SERVERTIMESTAMP").asLong())
        .isGreaterThan(before);
  }

  @Test
  void sendsWhatTheRequestTypeAsksFor() {
    String body = gridBody("RIO", 1, 3);
    Answer head = pems.post("/griddata", typed(body, "LIST.HEAD_ONLY.STORED"));
    assertThat(rows(head)).isEmpty();
    assertThat(head.data().path("GRID").path("FIELDS").path("FIELD").size()).isEqualTo(30);
    Answer data = pems.post("/griddata", typed(body, "LIST.DATA_ONLY.STORED"));
    assertThat(rows(data)).hasSize(3);
    assertThat(data.data().path("GRID").path("FIELDS").isNull()).isTrue();
    assertThat(pems.post("/griddata", typed(body, "LIST.ALL")).error()).contains("not a valid");
  }

  private static String typed(String body, String type) {
    return body.replace("\"GRID_TYPE\"", "\"REQUEST_TYPE\":\"" + type + "\",\"GRID_TYPE\"");
  }

  @Test
  void sends500RowsUnlessToldAndNeverMoreThanTheMaximum() {
    String body =
        """
        {"GRID":{"GRID_NAME":"CUPFAG"},"ADDON_FILTER":{"ALIAS_NAME":"pfs_a_org","OPERATOR":"=",
         "VALUE":"RIO"}}\
        """;
    assertThat(rows(pems.post("/griddata", body))).hasSize(500);
    pems.settings("{\"maxPageRows\":10}");
    assertThat(rows(pems.grid("RIO", 1, 400))).hasSize(10);
  }

  @Test
  void answersGridsAsDataRecords() {
    Answer answer = pems.post("/grids", gridBody("RIO", 1, 2));
    JsonNode first = answer.data().path("DATARECORD").path(0).path("DATAFIELD");
    assertThat(answer.data().path("DATARECORD").size()).isEqualTo(2);
    assertThat(first.path(0).path("FIELDNAME").asString()).isEqualTo("pfs_id");
    assertThat(first.path(0).path("FIELDVALUE").asString()).isEqualTo("PFA-0000001");
  }

  @Test
  void filtersWithEveryOperator() {
    int all = pems.count("RIO");
    int rentals = pems.count("RIO", filter("pfs_f_source", "=", "Rental"));
    assertThat(rentals).isBetween(1, all - 1);
    assertThat(pems.count("RIO", filter("pfs_f_source", "!=", "Rental"))).isEqualTo(all - rentals);
    assertThat(pems.count("RIO", filter("pfs_f_source", "IN", "'Rental', Purchase")))
        .isEqualTo(all);
    int cheap = pems.count("RIO", filter("pfs_f_rate", "<", "1,000"));
    int dear = pems.count("RIO", filter("pfs_f_rate", ">=", "1000"));
    int empty = pems.count("RIO", filter("pfs_f_rate", "IS EMPTY", ""));
    assertThat(cheap).isPositive();
    assertThat(cheap + dear + empty).isEqualTo(all);
    assertThat(pems.count("RIO", filter("pfs_f_rate", "NOT EMPTY", ""))).isEqualTo(cheap + dear);
    int before = pems.count("RIO", filter("pfs_f_enddate", "<=", "12/31/2026"));
    int after = pems.count("RIO", filter("pfs_f_enddate", ">", "2026-12-31"));
    int none = pems.count("RIO", filter("pfs_f_enddate", "IS EMPTY", ""));
    assertThat(before + after + none).isEqualTo(all);
    int cranes = pems.count("RIO", filter("description", "CONTAINS", "CRANE"));
    assertThat(cranes).isPositive();
    assertThat(pems.count("RIO", filter("description", "NOTCONTAINS", "crane")))
        .isEqualTo(all - cranes);
    assertThat(pems.count("RIO", filter("pfs_id", "BEGINS", "PFA-00000"))).isEqualTo(99);
    assertThat(pems.count("RIO", filter("pfs_id", "ENDS", "7"))).isEqualTo(90);
  }

  @Test
  void joinsFiltersAndHeedsParentheses() {
    String one = where("pfs_id", "PFA-0000001", "OR", "\"LPAREN\":\"true\"");
    String two = where("pfs_id", "PFA-0000002", "AND", "\"RPAREN\":\"true\"");
    String second = where("pfs_id", "PFA-0000002", "AND", "\"SEQNUM\":9");
    assertThat(pems.count("RIO", one, two)).isEqualTo(2);
    assertThat(pems.count("RIO", one, two, second)).isEqualTo(1);
    // without them AND binds closer: the first id in RIO, or the second in any organization
    String plain = where("pfs_id", "PFA-0000001", "OR", "\"SEQNUM\":1");
    String last = where("pfs_id", "PFA-0000002", "AND", "\"SEQNUM\":2");
    assertThat(pems.count("RIO", plain, last)).isEqualTo(4);
    // joined to the row before, the OR stands between the organization and the first id instead
    pems.settings("{\"joinerJoins\":\"previous\"}");
    assertThat(pems.count("RIO", plain, last)).isEqualTo(900);
  }

  private static String where(String alias, String value, String joiner, String more) {
    return """
    {"ALIAS_NAME":"%s","OPERATOR":"=","VALUE":"%s","JOINER":"%s",%s}\
    """
        .formatted(alias, value, joiner, more);
  }

  @Test
  void refusesFiltersItCannotUnderstand() {
    for (String filter :
        List.of(
            filter("no_such", "=", "1"),
            filter("pfs_f_rate", "LIKE", "1"),
            filter("pfs_f_rate", "=", "much"),
            filter("pfs_f_enddate", "<", "31/31/2026"),
            where("pfs_id", "x", "AND", "\"LPAREN\":\"true\""),
            where("pfs_id", "x", "AND", "\"RPAREN\":\"true\""))) {
      Answer answer = pems.grid("RIO", 1, 1, filter);
      assertThat(answer.status()).as(filter).isEqualTo(400);
      assertThat(answer.error()).as(filter).contains("not a valid");
    }
    assertThat(pems.post("/griddata", "{\"GRID\":{\"GRID_NAME\":\"X\"}}").error())
        .contains("not a valid grid");
  }

  @Test
  void sortsByAnyColumnStably() {
    String body =
        gridBody("RIO", 1, 900)
            .replace(
                "\"ALIAS_NAME\":\"pfs_id\",\"TYPE\":\"ASC\"",
                "\"ALIAS_NAME\":\"pfs_f_class\",\"TYPE\":\"DESC\"");
    Answer answer = pems.post("/griddata", body);
    List<String> classes = column(answer, "pfs_f_class");
    assertThat(classes).hasSize(900).isSortedAccordingTo((a, b) -> b.compareTo(a));
    List<String> ids = column(answer, "pfs_id");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids.subList(0, classes.lastIndexOf(classes.getFirst()) + 1)).isSorted();
  }

  @Test
  void showsWritesAdditionsAndDeletionsInPlace() {
    pems.screen("DELETE", "RIO/PFA-0000002");
    pems.screen("ADD", "RIO/PFA-0000003B");
    Answer answer = pems.grid("RIO", 2, 3);
    assertThat(column(answer, "pfs_id"))
        .containsExactly("PFA-0000003", "PFA-0000003B", "PFA-0000004");
    assertThat(pems.count("RIO")).isEqualTo(900);
  }

  @Test
  void findsWhatChangedSinceAMoment() {
    pems.screen("UPDATE", "RIO/PFA-0000007", SimulatorClient.pair("DESCRIPTION", text("new")));
    Answer one = pems.grid("RIO", 1, 5, filter("pfs_id", "=", "PFA-0000007"));
    String moment = cell(one, rows(one).getFirst(), "pfs_f_intlastupdated");
    Answer since = pems.grid("RIO", 1, 5, filter("pfs_f_intlastupdated", ">=", moment));
    assertThat(column(since, "pfs_id")).containsExactly("PFA-0000007");
    assertThat(column(since, "pfs_f_last_change_by")).containsExactly("vanguard");
  }

  @Test
  void turnsEverySwitchOfTheGrid() {
    pems.settings(
        """
        {"cursorBase":0,"recordsMeaning":"total","cursorReported":"last","totalCount":false,
         "gridDateFormat":"dd-MMM-yyyy","flagStyle":"plus_minus"}\
        """);
    Answer page = pems.grid("RIO", 0, 2);
    assertThat(column(page, "pfs_id")).containsExactly("PFA-0000001", "PFA-0000002");
    assertThat(metadata(page).path("RECORDS").asInt()).isEqualTo(900);
    assertThat(metadata(page).path("CURRENTCURSORPOSITION").asInt()).isEqualTo(1);
    assertThat(page.data().path("GRID").path("TOTAL-COUNT").isNull()).isTrue();
    assertThat(column(page, "pfs_p_startdate").getFirst()).matches("\\d\\d-[A-Z][a-z]{2}-\\d{4}");
    assertThat(column(page, "pfa_act").getFirst()).isIn("+", "-");
    pems.settings("{\"rowStyle\":\"CELL\",\"collapseSingle\":true}");
    JsonNode row = pems.grid("RIO", 0, 1).data().path("GRID").path("DATA").path("ROW");
    assertThat(row.isObject()).isTrue();
    assertThat(row.path("CELL").path(0).path("ALIAS_NAME").asString()).isEqualTo("pfs_id");
    assertThat(row.path("CELL").path(0).path("VALUE").asString()).isEqualTo("PFA-0000001");
  }

  @Test
  void mayShowOnlyTheOrganizationOfTheHeader() {
    String body = "{\"GRID\":{\"GRID_NAME\":\"CUPFAG\",\"NUMBER_OF_ROWS_FIRST_RETURNED\":1}}";
    assertThat(headed(body)).isEqualTo(2_000);
    pems.settings("{\"organizationHeaderFilters\":true}");
    assertThat(headed(body)).isEqualTo(900);
  }

  private int headed(String body) {
    Answer answer = pems.post("/griddata", body, "organization", "RIO");
    return answer.data().at("/GRID/TOTAL-COUNT").asInt();
  }
}
