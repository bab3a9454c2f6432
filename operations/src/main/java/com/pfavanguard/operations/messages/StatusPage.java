package com.pfavanguard.operations.messages;

import com.pfavanguard.operations.Documents;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An incident by the API of Atlassian Statuspage. The template's lines: {@code Name}, {@code
 * Status} (scheduled, in_progress, completed, investigating, resolved …), and for scheduled {@code
 * Scheduled-For} and {@code Scheduled-Until}.
 *
 * @param page such as {@code https://api.statuspage.io/v1/pages/ID}
 */
record StatusPage(URI page, String token) implements Channel {
  @Override
  public String name() {
    return "status";
  }

  @Override
  public String destination() {
    return page.getHost() + page.getPath();
  }

  @Override
  public void send(Text text) throws Unsent, InterruptedException {
    Map<String, String> incident = new LinkedHashMap<>();
    incident.put("name", text.header("Name"));
    incident.put("status", text.header("Status"));
    incident.put("body", text.body());
    if (text.header("Status").equals("scheduled")) {
      incident.put("scheduled_for", text.header("Scheduled-For"));
      incident.put("scheduled_until", text.header("Scheduled-Until"));
    }
    HttpPost.json(
        URI.create(page + "/incidents"),
        Map.of("Authorization", "OAuth " + token),
        Documents.line(Map.of("incident", incident)));
  }

  @Override
  public String toString() {
    return "status page " + destination();
  }
}
