package com.pfavanguard.trial.stage;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.data.PrivateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The people of a trial, as the file of demonstration accounts that a server takes over at its
 * start. Everybody has the same random password.
 */
public record Accounts(
    List<String> authors,
    List<String> resolvers,
    String postmaster,
    String admin,
    String password) {
  public static final List<String> ORGANIZATIONS = List.of("RIO", "PORTARTHUR", "HOLNG");

  static Accounts of(int authors) {
    return new Accounts(
        IntStream.rangeClosed(1, authors).mapToObj("author-%02d"::formatted).toList(),
        List.of("resolver-1", "resolver-2"),
        "postmaster",
        "referee",
        UUID.randomUUID().toString());
  }

  void write(Path file) throws IOException {
    ObjectNode demo = Json.object();
    ArrayNode organizations = demo.putArray("organizations");
    for (String id : ORGANIZATIONS) {
      organizations.addObject().put("id", id).put("name", id).put("currency", "USD");
    }
    ArrayNode users = demo.putArray("users");
    authors.forEach(author -> add(users, author, "planner"));
    resolvers.forEach(resolver -> add(users, resolver, "planner"));
    add(users, postmaster, "planner");
    add(users, admin, "admin");
    PrivateFile.write(file, Json.pretty(demo));
  }

  private void add(ArrayNode users, String name, String role) {
    ArrayNode organizations =
        users
            .addObject()
            .put("username", name)
            .put("password", password)
            .put("displayName", name)
            .put("role", role)
            .putArray("organizations");
    ORGANIZATIONS.forEach(organizations::add);
  }
}
