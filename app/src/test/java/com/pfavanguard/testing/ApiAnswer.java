package com.pfavanguard.testing;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What the server said; the body is a missing node when it was empty or no JSON. */
public record ApiAnswer(int status, HttpHeaders headers, String text, JsonNode body) {

  /** The code of a problem detail. */
  public String code() {
    return body.path("code").asString("");
  }

  /** The only value of a header, or an empty text. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
