package com.pfavanguard.release.rehearsal;

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
 * Users of the rehearsed product, with one random password that dies with it.
 *
 * @param readers who only look
 */
record Personas(
    List<String> readers, String planner, String tester, String admin, String password) {
  static final List<String> ORGANIZATIONS = List.of("RIO", "PORTARTHUR", "HOLNG");
  private static final int READERS = 6;

  static Personas made() {
    return new Personas(
        IntStream.rangeClosed(1, READERS).mapToObj("persona-reader-%d"::formatted).toList(),
        "persona-planner",
        "persona-tester",
        "persona-admin",
        UUID.randomUUID().toString());
  }

  /** As the server takes demonstration accounts over at its start. */
  void write(Path file) throws IOException {
    ObjectNode demo = Json.object();
    ArrayNode organizations = demo.putArray("organizations");
    ORGANIZATIONS.forEach(
        id -> organizations.addObject().put("id", id).put("name", id).put("currency", "USD"));
    ArrayNode users = demo.putArray("users");
    readers.forEach(reader -> add(users, reader, "planner"));
    add(users, planner, "planner");
    add(users, tester, "planner");
    add(users, admin, "admin");
    PrivateFile.write(file, Json.pretty(demo));
  }

  private void add(ArrayNode users, String name, String role) {
    ObjectNode user = users.addObject().put("username", name).put("password", password);
    user.put("displayName", name).put("role", role);
    ArrayNode organizations = user.putArray("organizations");
    ORGANIZATIONS.forEach(organizations::add);
  }
}
