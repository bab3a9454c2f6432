package com.pfavanguard.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a simulator the way tests need it: raw bodies in, status and JSON out. */
public final class SimulatorClient {
  public static final String PASSWORD = "secret";
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final String controlUrl;

  public SimulatorClient(String url, String controlUrl) {
    this.url = url;
    this.controlUrl = controlUrl;
  }

  public static SimulatorClient of(PemsSimulator simulator) {
    return new SimulatorClient(simulator.url(), simulator.controlUrl());
  }

  public record Answer(int status, JsonNode json, HttpResponse<String> raw) {
    public JsonNode data() {
      return json.path("Result").path("ResultData");
    }

    public JsonNode screen() {
      return data().path("UserDefinedScreenService");
    }

    public String error() {
      return json.path("ErrorAlert").path(0).path("Message").asString("");
    }
  }

  public HttpRequest.Builder request(String path) {
    String pair = "vanguard:" + PASSWORD;
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("tenant", "DEMO")
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  public Answer get(String path, String... headers) {
    HttpRequest.Builder request = request(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public Answer post(String path, String body, String... headers) {
    HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> raw = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode json = raw.body().isEmpty() ? JSON.nullNode() : JSON.readTree(raw.body());
      return new Answer(raw.statusCode(), json, raw);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A screen request; pairs are the JSON of field values by screen name, comma-separated. */
  public Answer screen(String action, String key, String... more) {
    return post("/userdefinedscreenservices", screenBody(action, key, more));
  }

  public static String screenBody(String action, String key, String... more) {
    String[] parts = key.split("/", -1);
    String pairs = pair("PFS_A_ORG", text(parts[0])) + "," + pair("PFS_ID", text(parts[1]));
    StringBuilder extra = new StringBuilder();
    for (String one : more) {
      if (one.startsWith("{")) {
        pairs += "," + one;
      } else {
        extra.append(',').append(one);
      }
    }
    return """
    {"USERDEFINEDSCREENNAME":"CUPFA2","USERDEFINEDSERVICEACTION":"%s",
     "USERDEFINEDSCREENFIELDVALUELIST":{"USERDEFINEDSCREENFIELDVALUEPAIR":[%s]}%s}\
    """
        .formatted(action, pairs, extra);
  }

  public static String pair(String name, String value) {
    return "{\"USERDEFINEDSCREENFIELDNAME\":\"%s\",\"USERDEFINEDSCREENFIELDVALUE\":%s}"
        .formatted(name, value);
  }

  public static String text(String text) {
    return "{\"TEXTDATA\":\"%s\"}".formatted(text);
  }

  public static String number(long unscaled, int decimals) {
    return "{\"NUMERICDATA\":{\"VALUE\":%d,\"NUMOFDEC\":%d,\"SIGN\":\"+\",\"qualifier\":\"OTHER\"}}"
        .formatted(unscaled, decimals);
  }

  /** The value of a field in a screen answer, still in its slot. */
  public static JsonNode field(JsonNode screen, String name) {
    return StreamSupport.stream(
            screen
                .path("USERDEFINEDSCREENFIELDVALUELIST")
                .path("USERDEFINEDSCREENFIELDVALUEPAIR")
                .spliterator(),
            false)
        .filter(pair -> pair.path("USERDEFINEDSCREENFIELDNAME").asString().equals(name))
        .map(pair -> pair.path("USERDEFINEDSCREENFIELDVALUE"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no field " + name));
  }

  /** A grid request for one organization. */
  public static String gridBody(String organization, int cursor, int rows, String... more) {
    return """
    {"GRID":{"GRID_NAME":"CUPFAG","GRID_ID":"100541","NUMBER_OF_ROWS_FIRST_RETURNED":%d,
     "CURSOR_POSITION":%d},"GRID_TYPE":{"TYPE":"LIST"},
     "MULTIADDON_FILTERS":{"MADDON_FILTER":[{"ALIAS_NAME":"pfs_a_org","OPERATOR":"=",
     "VALUE":"%s","JOINER":"AND","SEQNUM":0}%s]},
     "ADDON_SORT":{"ALIAS_NAME":"pfs_id","TYPE":"ASC"}}\
    """
        .formatted(
            rows, cursor, organization, more.length == 0 ? "" : "," + String.join(",", more));
  }

  public Answer grid(String organization, int cursor, int rows, String... filters) {
    return post("/griddata", gridBody(organization, cursor, rows, filters));
  }

  public int count(String organization, String... filters) {
    String body = gridBody(organization, 1, 1, filters);
    return post(
            "/griddata",
            body.replace("\"GRID_TYPE\"", "\"REQUEST_TYPE\":\"LIST.COUNT.STORED\",\"GRID_TYPE\""))
        .data()
        .path("GRID")
        .path("TOTAL-COUNT")
        .asInt();
  }

  public static String filter(String alias, String operator, String value) {
    return """
    {"ALIAS_NAME":"%s","OPERATOR":"%s","VALUE":"%s","JOINER":"AND"}\
    """
        .formatted(alias, operator, value);
  }

  public static List<JsonNode> rows(Answer answer) {
    return List.copyOf(answer.data().path("GRID").path("DATA").path("ROW").values());
  }

  /** The text of one cell of a usual row. */
  public static String cell(Answer answer, JsonNode row, String alias) {
    for (JsonNode field : answer.data().path("GRID").path("FIELDS").path("FIELD")) {
      if (field.path("name").asString().equals(alias)) {
        for (JsonNode cell : row.path("D")) {
          if (cell.path("n").equals(field.path("aliasnum"))) {
            return cell.path("value").asString("");
          }
        }
      }
    }
    throw new AssertionError("no column " + alias);
  }

  /**
   * The control API.
   *
   * @param body not sent with GET: a server that leaves a body unread resets the connection, and
   *     the next request on it fails
   */
  public Answer control(String method, String path, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(controlUrl + path));
    return send(
        method.equals("GET")
            ? request
            : request.method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  public JsonNode control(String path) {
    return control("GET", path, "").json();
  }

  public void settings(String json) {
    Answer answer = control("POST", "/settings", json);
    if (answer.status() != 200) {
      throw new AssertionError(answer.json().toString());
    }
  }

  public void fault(String rule) {
    Answer answer = control("PUT", "/faults", "{\"seed\":7,\"rules\":[" + rule + "]}");
    if (answer.status() != 200) {
      throw new AssertionError(answer.json().toString());
    }
  }
}
