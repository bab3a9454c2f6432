package com.pfavanguard.launcher.client;

import com.pfavanguard.launcher.console.Json;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One HTTP answer; a body that is not JSON counts as an empty object. */
public record Answer(int status, JsonNode body, HttpResponse<String> response) {

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), json(response.body()), response);
  }

  private static JsonNode json(String text) {
    try {
      return text.isBlank() ? Json.object() : Json.parse(text);
    } catch (JacksonException notJson) {
      return Json.object();
    }
  }

  public boolean hasHeader(String name) {
    return response.headers().firstValue(name).isPresent();
  }

  /** What the server says about an error, short enough for a console line. */
  public String problem() {
    String detail = body.path("detail").asString(body.path("title").asString(""));
    return detail.isEmpty() ? "HTTP " + status : "HTTP " + status + ": " + detail;
  }
}
