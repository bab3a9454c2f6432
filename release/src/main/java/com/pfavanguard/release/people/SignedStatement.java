package com.pfavanguard.release.people;

import com.pfavanguard.release.journal.Digest;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.journal.Signer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A statement with the signature of who made it. */
public record SignedStatement(Statement statement, String signature) {

  public static SignedStatement by(KeyFile person, Statement statement) {
    return new SignedStatement(statement, new Signer(person.key()).sign(digest(statement)));
  }

  public boolean isSignedWith(PublicKey key) {
    return Signer.signed(digest(statement), signature, key);
  }

  public ObjectNode toJson() {
    ObjectNode json = Json.object().put("signature", signature);
    json.set("statement", statement.toJson());
    return json;
  }

  /** Empty when it is no statement at all. */
  public static Optional<SignedStatement> read(String text) {
    try {
      return of(Json.parse(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  public static Optional<SignedStatement> of(JsonNode json) {
    Statement statement = Statement.of(json.path("statement"));
    return statement == null
        ? Optional.empty()
        : Optional.of(new SignedStatement(statement, json.path("signature").asString("")));
  }

  private static Digest digest(Statement statement) {
    return Digest.of(Json.canonical(statement.toJson()).getBytes(StandardCharsets.UTF_8));
  }
}
