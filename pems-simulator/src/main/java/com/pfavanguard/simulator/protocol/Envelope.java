package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.http.Exchange;
import com.pfavanguard.simulator.settings.Setting;
import com.pfavanguard.simulator.settings.Settings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Result, ErrorAlert and ConfirmationAlert around every answer. */
public final class Envelope {
  private Envelope() {}

  static void success(Exchange exchange, Reply reply, @Nullable String session) throws IOException {
    exchange.answer(
        200,
        json -> {
          json.writeStartObject();
          json.writeObjectPropertyStart("Result");
          if (session != null) {
            json.writeStringProperty("SessionID", session);
          }
          json.writeObjectPropertyStart("ResultData");
          reply.data().write(json);
          json.writeEndObject();
          alert(json, "InfoAlert", null, reply.info());
          json.writeNullProperty("WarningAlert");
          json.writeEndObject();
          json.writeNullProperty("ErrorAlert");
          json.writeNullProperty("ConfirmationAlert");
          json.writeEndObject();
        });
  }

  static void refusal(Exchange exchange, PemsRefusal refusal, Settings settings)
      throws IOException {
    int status =
        refusal.status() == PemsRefusal.BUSINESS
            ? settings.number(Setting.BUSINESS_ERROR_STATUS)
            : refusal.status();
    error(exchange, status, refusal.alertName(), refusal.text(), settings);
  }

  /** An ErrorAlert under any status. */
  public static void error(
      Exchange exchange, int status, @Nullable String name, String message, Settings settings)
      throws IOException {
    boolean collapse = settings.on(Setting.COLLAPSE_SINGLE);
    exchange.answer(
        status,
        json -> {
          json.writeStartObject();
          json.writeNullProperty("Result");
          json.writeName("ErrorAlert");
          if (!collapse) {
            json.writeStartArray();
          }
          alertBody(json, name, message);
          if (!collapse) {
            json.writeEndArray();
          }
          json.writeNullProperty("ConfirmationAlert");
          json.writeEndObject();
        });
  }

  /** The request is valid, but a question must be answered first: nothing was done. */
  public static void confirmation(Exchange exchange, String message) throws IOException {
    exchange.answer(
        200,
        json -> {
          json.writeStartObject();
          json.writeNullProperty("Result");
          json.writeNullProperty("ErrorAlert");
          alert(json, "ConfirmationAlert", null, message);
          json.writeEndObject();
        });
  }

  private static void alert(
      JsonGenerator json, String property, @Nullable String name, @Nullable String message) {
    json.writeName(property);
    if (message == null) {
      json.writeNull();
    } else {
      alertBody(json, name, message);
    }
  }

  private static void alertBody(JsonGenerator json, @Nullable String name, String message) {
    json.writeStartObject();
    json.writeStringProperty("Message", message);
    if (name != null) {
      json.writeStringProperty("Name", name);
    }
    json.writeEndObject();
  }
}
