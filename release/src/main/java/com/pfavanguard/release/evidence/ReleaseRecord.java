package com.pfavanguard.release.evidence;

import com.pfavanguard.release.journal.Digest;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.journal.Signer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a finished release has proved, signed by its runner, for another release to rely on: staging
 * for production.
 *
 * @param facts as measurements read them: {@code completedAt}, {@code stableFor} in seconds, …
 */
public record ReleaseRecord(ObjectNode facts, String signature) {

  public static ReleaseRecord signed(ObjectNode facts, Signer signer) {
    return new ReleaseRecord(facts, signer.sign(digest(facts)));
  }

  /**
   * @throws IllegalArgumentException when it is none
   */
  public static ReleaseRecord read(String text) {
    try {
      JsonNode json = Json.parse(text);
      if (json.path("facts") instanceof ObjectNode facts) {
        return new ReleaseRecord(facts, json.path("signature").asString(""));
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("this is no JSON", e);
    }
    throw new IllegalArgumentException("this is no record");
  }

  public String write() {
    ObjectNode json = Json.object().put("signature", signature);
    json.set("facts", facts);
    return Json.canonical(json) + "\n";
  }

  public boolean isSignedWith(PublicKey key) {
    return Signer.signed(digest(facts), signature, key);
  }

  private static Digest digest(ObjectNode facts) {
    return Digest.of(Json.canonical(facts).getBytes(StandardCharsets.UTF_8));
  }
}
