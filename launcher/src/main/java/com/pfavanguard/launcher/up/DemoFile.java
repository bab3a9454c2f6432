package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.data.DataDirectory;
import com.pfavanguard.launcher.data.PrivateFile;
import com.pfavanguard.launcher.data.Secrets;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The demo's organizations and users, which the server takes over at its start. */
final class DemoFile {
  private static final Map<String, String> ORGANIZATIONS =
      new TreeMap<>(
          Map.of("RIO", "Rio Grande LNG", "PORTARTHUR", "Port Arthur LNG", "HOLNG", "Holly LNG"));

  private DemoFile() {}

  static void write(DataDirectory directory, Secrets secrets) throws IOException {
    ObjectNode demo = Json.object();
    ArrayNode organizations = demo.putArray("organizations");
    ORGANIZATIONS.forEach(
        (id, name) ->
            organizations.addObject().put("id", id).put("name", name).put("currency", "USD"));
    demo.set("users", users(secrets, true));
    PrivateFile.write(directory.demoFile(), Json.pretty(demo));
  }

  static ArrayNode users(Secrets secrets, boolean withDisplayName) {
    ArrayNode users = Json.object().putArray("users");
    for (DemoUser user : DemoUser.values()) {
      ObjectNode entry =
          users
              .addObject()
              .put("username", user.username())
              .put("password", secrets.of(user.secret()))
              .put("role", user.role());
      if (withDisplayName) {
        entry.put("displayName", user.displayName());
      }
      ArrayNode organizations = entry.putArray("organizations");
      user.organizations().forEach(organizations::add);
    }
    return users;
  }
}
