package com.pfavanguard.pems.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.pems.ScreenPairs;
import com.pfavanguard.pems.layout.FieldNames;
import com.pfavanguard.pems.layout.ScreenLayout;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ScreenRequestsTest {
  private static final String ODD =
      """
      {"USERDEFINEDSCREENFIELDNAME" :  "UNKNOWN", "extra": [1.50, {"a":1e2}],
       "USERDEFINEDSCREENFIELDVALUE":{"TEXTDATA":"\\u00e9\\/"}}""";
  private static final String RATE =
      """
      {"USERDEFINEDSCREENFIELDNAME":"PFS_F_RATE","USERDEFINEDSCREENFIELDVALUE":\
      {"NUMERICDATA":{"VALUE":100,"NUMOFDEC":2,"SIGN":"+","CURRENCY":"USD"}}}""";

  private final ScreenRequests requests =
      new ScreenRequests(
          new JsonMapper(), new ScreenLayout("CUPFA2", new FieldNames(Map.of()), ZoneOffset.UTC));

  @Test
  void whatDoesNotChangeKeepsItsBytes() {
    String body = update("[" + ODD + "," + RATE + "]", Map.of(PfaField.MODEL, "D9"));

    assertThat(body).contains(ODD).contains(RATE).contains("\"recordid\":41");
  }

  @Test
  void aChangedPairTakesTheNewValueAndKeepsItsCurrency() {
    String body =
        update("[" + ODD + "," + RATE + "]", Map.of(PfaField.MONTHLY_RATE, new BigDecimal("7.5")));

    assertThat(body)
        .contains("\"VALUE\":75,\"NUMOFDEC\":1,\"SIGN\":\"+\",\"CURRENCY\":\"USD\"")
        .contains(ODD)
        .doesNotContain("\"VALUE\":100");
  }

  @Test
  void aCollapsedPairAndAPairThatWasMissingAreBothSent() {
    String body = update(ODD, Map.of(PfaField.MODEL, "D\"9"));

    assertThat(body).contains(ODD).contains("PFS_F_MODEL").contains("\"TEXTDATA\":\"D\\\"9\"");
    assertThat(new JsonMapper().readTree(body).at("/USERDEFINEDSCREENFIELDVALUELIST"))
        .first()
        .matches(pairs -> pairs.size() == 2);
  }

  private String update(String pairs, Map<PfaField, Object> changes) {
    var record = new LiveRecord("P-1", 41, FieldValues.EMPTY, new ScreenPairs(pairs));
    return requests.update(record, FieldValues.of(changes));
  }
}
