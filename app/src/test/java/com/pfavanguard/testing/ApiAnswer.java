package com.pfavanguard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What the server said; the body is a missing node when it was empty or no JSON. */
public record ApiAnswer(int status, HttpHeaders headers, String text, JsonNode body) {

  /** The body of an answer that must be 200; anything else fails the test with what was said. */
  public JsonNode ok() {
    assertThat(status).as(text).isEqualTo(200);
    return body;
  }

  /** The code of a problem detail. */
  public String code() {
    return body.path("code").asString("");
  }

  /** The only value of a header, or an empty text. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
