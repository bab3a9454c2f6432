package com.pfavanguard.pems.grid;

import com.pfavanguard.pems.http.Alerts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What an answer to a grid request said beside its rows. */
final class GridAnswer {
  private Alerts errors = Alerts.NONE;
  private Alerts questions = Alerts.NONE;
  private JsonNode metadata = MissingNode.getInstance();
  private JsonNode fields = MissingNode.getInstance();
  private @Nullable Long totalCount;
  private int rows;

  Alerts alerts() {
    return new Alerts(errors.errors(), questions.questions());
  }

  JsonNode metadata() {
    return metadata;
  }

  JsonNode fields() {
    return fields;
  }

  /** TOTAL-COUNT; null where the tenant leaves it out. */
  @Nullable Long totalCount() {
    return totalCount;
  }

  int rows() {
    return rows;
  }

  void takeErrors(JsonNode node) {
    errors = Alerts.of(node, MissingNode.getInstance());
  }

  void takeQuestions(JsonNode node) {
    questions = Alerts.of(MissingNode.getInstance(), node);
  }

  void takeMetadata(JsonNode node) {
    metadata = node;
  }

  void takeFields(JsonNode node) {
    fields = node.path("FIELD");
  }

  void takeTotalCount(JsonNode node) {
    String text = node.asString("").replace(",", "");
    totalCount = text.isEmpty() ? null : Long.valueOf(text);
  }

  void countRow() {
    rows++;
  }
}
