package com.pfavanguard.operations.messages;

import com.pfavanguard.operations.Documents;
import java.net.URI;
import java.util.Map;

/**
 * An incoming webhook as Slack, Mattermost and Rocket.Chat have them: {@code {"text": …}}.
 *
 * @param webhook a secret: whoever knows it can post
 */
record Chat(URI webhook) implements Channel {
  @Override
  public String name() {
    return "chat";
  }

  @Override
  public String destination() {
    return String.valueOf(webhook.getHost());
  }

  @Override
  public void send(Text text) throws Unsent, InterruptedException {
    HttpPost.json(webhook, Map.of(), Documents.line(Map.of("text", text.body())));
  }

  @Override
  public String toString() {
    return "chat at " + destination();
  }
}
