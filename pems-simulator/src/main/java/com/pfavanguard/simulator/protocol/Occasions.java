package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.fault.Occasion;
import com.pfavanguard.simulator.record.PfaField;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sees in a request, valid or not, what fault rules can match. */
final class Occasions {
  private Occasions() {}

  static Occasion of(Operation operation, JsonNode body, @Nullable String organizationHeader) {
    String organization =
        operation.isGrid() ? filtered(body) : field(body, PfaField.ORGANIZATION.screenName());
    return new Occasion(
        operation.name(),
        organization.isEmpty() && organizationHeader != null ? organizationHeader : organization,
        field(body, PfaField.PFA_ID.screenName()),
        body.path("REQUEST_TYPE").asString(""),
        body.path("GRID").path("CURSOR_POSITION").asString(""));
  }

  private static String field(JsonNode body, String name) {
    JsonNode pairs =
        body.path("USERDEFINEDSCREENFIELDVALUELIST").path("USERDEFINEDSCREENFIELDVALUEPAIR");
    return FilterParser.each(pairs).stream()
        .filter(pair -> pair.path("USERDEFINEDSCREENFIELDNAME").asString("").equals(name))
        .map(pair -> pair.path("USERDEFINEDSCREENFIELDVALUE").path("TEXTDATA").asString(""))
        .findFirst()
        .orElse("");
  }

  private static String filtered(JsonNode body) {
    return FilterParser.rows(body).stream()
        .filter(row -> row.path("ALIAS_NAME").asString("").equals(PfaField.ORGANIZATION.alias()))
        .filter(row -> row.path("OPERATOR").asString("").equals("="))
        .map(row -> row.path("VALUE").asString(""))
        .findFirst()
        .orElse("");
  }
}
