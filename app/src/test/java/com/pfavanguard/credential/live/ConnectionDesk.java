package com.pfavanguard.credential.live;

import com.pfavanguard.testing.ApiAnswer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An administrator who keeps PEMS connections. */
record ConnectionDesk(SecretSystem system) {

  ApiAnswer save(String id, String url, @Nullable String password) {
    return saveAs("admin", id, url, password);
  }

  ApiAnswer saveAs(String username, String id, String url, @Nullable String password) {
    Map<String, Object> body = new HashMap<>();
    body.put("baseUrl", url);
    body.put("tenant", "DEMO");
    body.put("username", "vanguard");
    if (password != null) {
      body.put("password", password);
    }
    return system.heard(
        system
            .api()
            .as(username)
            .send(
                "PUT",
                "/api/pems/connections/" + id,
                JsonMapper.shared().writeValueAsString(body)));
  }

  ApiAnswer delete(String id) {
    return system.heard(system.api().as("admin").send("DELETE", "/api/pems/connections/" + id, ""));
  }
}
