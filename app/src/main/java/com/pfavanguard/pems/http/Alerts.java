package com.pfavanguard.pems.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What an answer complains of.
 *
 * @param errors ErrorAlert; it makes a failure of any status
 * @param questions ConfirmationAlert: valid, but somebody must answer
 */
public record Alerts(List<Alert> errors, List<Alert> questions) {
  public static final Alerts NONE = new Alerts(List.of(), List.of());
  private static final int LONGEST = 500;

  /** One alert; the name is empty where PEMS gave none. */
  record Alert(String name, String message) {}

  public static Alerts of(JsonNode errorAlert, JsonNode confirmationAlert) {
    return new Alerts(list(errorAlert), list(confirmationAlert));
  }

  /** Finds them at the top of an answer. */
  public static Alerts of(JsonNode answer) {
    return of(answer.path("ErrorAlert"), answer.path("ConfirmationAlert"));
  }

  /** Whether a name or message of an error holds the words, in any case. */
  boolean errorSays(String words) {
    String wanted = words.toLowerCase(Locale.ROOT);
    return errors.stream()
        .anyMatch(
            alert ->
                alert.name().toLowerCase(Locale.ROOT).contains(wanted)
                    || alert.message().toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** The messages as one text of bounded length. */
  static String text(List<Alert> alerts) {
    String text = alerts.stream().map(Alert::message).collect(Collectors.joining("; "));
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static List<Alert> list(JsonNode node) {
    List<Alert> alerts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(one -> alerts.add(alert(one)));
    } else if (!node.isNull() && !node.isMissingNode()) {
      alerts.add(alert(node));
    }
    return alerts;
  }

  private static Alert alert(JsonNode node) {
    return node.isObject()
        ? new Alert(node.path("Name").asString(""), node.path("Message").asString(""))
        : new Alert("", node.asString(""));
  }
}
