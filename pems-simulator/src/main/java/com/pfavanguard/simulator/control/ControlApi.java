package com.pfavanguard.simulator.control;

import com.pfavanguard.simulator.fault.Faults;
import com.pfavanguard.simulator.http.Exchange;
import com.pfavanguard.simulator.http.Routes;
import com.pfavanguard.simulator.protocol.Pems;
import com.pfavanguard.simulator.protocol.PemsApi;
import com.pfavanguard.simulator.record.FieldTexts;
import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.PfaRecord;
import com.pfavanguard.simulator.record.PortfolioSize;
import com.pfavanguard.simulator.record.RecordKey;
import com.pfavanguard.simulator.settings.Settings;
import com.pfavanguard.simulator.store.Write;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The control API: what a test or a demonstration does to the simulated PEMS from outside. */
public final class ControlApi implements Routes {
  private final Pems pems;
  private final PemsApi api;
  private final Faults faults;

  public ControlApi(Pems pems, PemsApi api, Faults faults) {
    this.pems = pems;
    this.api = api;
    this.faults = faults;
  }

  @Override
  public void handle(Exchange exchange) throws IOException {
    try {
      answer(exchange);
    } catch (ControlProblem problem) {
      problem(exchange, problem.status(), problem.getMessage());
    } catch (IllegalArgumentException | JacksonException e) {
      problem(exchange, 400, e.getMessage());
    }
  }

  private void answer(Exchange exchange) throws IOException {
    List<String> path = exchange.path();
    switch (exchange.method() + " " + path.getFirst()) {
      case "GET writes" -> writes(exchange);
      case "POST edits" -> edit(exchange);
      case "GET records" -> record(exchange, path);
      case "GET settings" -> settings(exchange, pems.settings().get());
      case "POST settings" -> {
        JsonNode changes = object(exchange);
        settings(exchange, pems.settings().change(settings -> settings.with(changes)));
      }
      case "GET faults" -> faults(exchange);
      case "PUT faults" -> {
        faults.replace(object(exchange));
        faults(exchange);
      }
      case "DELETE faults" -> {
        faults.clear();
        faults(exchange);
      }
      case "POST reset" -> reset(exchange);
      case "GET stats" -> stats(exchange);
      default -> throw new ControlProblem(404, "there is no such thing to control");
    }
  }

  private void writes(Exchange exchange) throws IOException {
    String after = Optional.ofNullable(exchange.query("after")).orElse("0");
    if (!after.matches("\\d{1,18}")) {
      throw new ControlProblem(400, "after must be the sequence of a write, or 0");
    }
    exchange.answerBytes(200, out -> pems.store().copyWrites(Long.parseLong(after), out));
  }

  private void edit(Exchange exchange) throws IOException {
    JsonNode body = object(exchange);
    RecordKey key = new RecordKey(text(body, "organization"), text(body, "pfaId"));
    String user = text(body, "user");
    Map<PfaField, @Nullable Object> fields = FieldTexts.read(body.path("fields"));
    if (fields.isEmpty() || fields.keySet().stream().anyMatch(PfaField::isKept)) {
      throw new ControlProblem(400, "fields must name at least one field that a user may edit");
    }
    Write write =
        pems.store()
            .commit(
                key,
                Write.Action.EDIT,
                user,
                before -> Optional.of(before.orElseThrow(ControlProblem::noRecord).with(fields)));
    exchange.answer(
        200,
        json -> {
          json.writeStartObject();
          json.writeNumberProperty("sequence", write.sequence());
          json.writeNumberProperty("recordid", write.stamp().recordid());
          json.writeEndObject();
        });
  }

  private void record(Exchange exchange, List<String> path) throws IOException {
    if (path.size() != 3) {
      throw new ControlProblem(404, "say /records/{organization}/{pfaId}");
    }
    PfaRecord record =
        pems.store()
            .find(new RecordKey(path.get(1), path.get(2)))
            .orElseThrow(ControlProblem::noRecord);
    exchange.answer(200, json -> RecordView.write(json, record));
  }

  private static void settings(Exchange exchange, Settings settings) throws IOException {
    exchange.answer(200, settings::write);
  }

  private void faults(Exchange exchange) throws IOException {
    exchange.answer(200, faults::write);
  }

  private void reset(Exchange exchange) throws IOException {
    JsonNode body = object(exchange);
    PortfolioSize now = pems.store().portfolio().size();
    JsonNode records = body.path("records");
    JsonNode seed = body.path("seed");
    boolean fits =
        (records.isMissingNode() || (records.canConvertToInt() && records.asInt() > 0))
            && (seed.isMissingNode() || seed.isIntegralNumber());
    if (!fits) {
      throw new ControlProblem(400, "records must be a number above 0, seed a whole number");
    }
    PortfolioSize size = new PortfolioSize(records.asInt(now.records()), seed.asLong(now.seed()));
    pems.store().reset(size);
    exchange.answer(
        200,
        json -> {
          json.writeStartObject();
          json.writeNumberProperty("records", size.records());
          json.writeNumberProperty("seed", size.seed());
          json.writeEndObject();
        });
  }

  private void stats(Exchange exchange) throws IOException {
    exchange.answer(
        200,
        json -> {
          json.writeStartObject();
          json.writeNumberProperty("requests", api.statistics().requests());
          json.writeNumberProperty("rejectedByRateLimit", api.statistics().rejectedByRateLimit());
          json.writeNumberProperty(
              "maxConcurrentRequests", api.statistics().maxConcurrentRequests());
          json.writeNumberProperty("maxConcurrentSessions", api.maxConcurrentSessions());
          json.writeNumberProperty("writes", pems.store().writes());
          json.writeEndObject();
        });
  }

  private static JsonNode object(Exchange exchange) throws IOException {
    JsonNode body = exchange.body();
    if (!body.isObject()) {
      throw new ControlProblem(400, "the body must be a JSON object");
    }
    return body;
  }

  private static String text(JsonNode body, String name) {
    String text = body.path(name).asString("");
    if (text.isEmpty()) {
      throw new ControlProblem(400, name + " is missing");
    }
    return text;
  }

  private static void problem(Exchange exchange, int status, @Nullable String detail)
      throws IOException {
    exchange.answer(
        status,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("error", String.valueOf(detail));
          json.writeEndObject();
        });
  }
}
