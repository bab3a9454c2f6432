package com.pfavanguard.operations.messages;

import com.pfavanguard.operations.OperationRefused;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ways to people that the environment names. */
public final class Channels {
  private Channels() {}

  /** All that are configured. */
  public static List<Channel> of(Map<String, String> environment) {
    List<Channel> channels = new ArrayList<>();
    String webhook = value(environment, "VANGUARD_CHAT_WEBHOOK_URL");
    if (webhook != null) {
      channels.add(
          new Chat(address("VANGUARD_CHAT_WEBHOOK_URL", webhook, Set.of("https", "http"))));
    }
    String page = value(environment, "VANGUARD_STATUS_PAGE_URL");
    if (page != null) {
      URI address = address("VANGUARD_STATUS_PAGE_URL", page, Set.of("https", "http"));
      channels.add(new StatusPage(address, needed(environment, "VANGUARD_STATUS_PAGE_TOKEN")));
    }
    String server = value(environment, "VANGUARD_SMTP_URL");
    if (server != null) {
      channels.add(
          new Mail(
              address("VANGUARD_SMTP_URL", server, Set.of("smtp", "smtps")),
              needed(environment, "VANGUARD_MAIL_FROM"),
              Stream.of(needed(environment, "VANGUARD_MAIL_TO").split(","))
                  .map(String::strip)
                  .toList()));
    }
    return channels;
  }

  private static @Nullable String value(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? null : value;
  }

  private static String needed(Map<String, String> environment, String name) {
    String value = value(environment, name);
    if (value == null) {
      throw new OperationRefused("set " + name);
    }
    return value;
  }

  /** The refusal does not repeat the text: it may hold a secret. */
  private static URI address(String name, String text, Set<String> schemes) {
    URI address;
    try {
      address = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new OperationRefused(name + " is no address");
    }
    if (address.getHost() == null || !schemes.contains(String.valueOf(address.getScheme()))) {
      throw new OperationRefused(name + " must be an address of " + String.join(" or ", schemes));
    }
    return address;
  }
}
