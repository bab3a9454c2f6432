package com.pfavanguard.pems.http;

import com.pfavanguard.pems.PemsConnection.Credentials;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of what PEMS, or a proxy before it, answered: ours wherever they stand, and
 * whatever is named like one.
 */
final class Redaction {
  /** Characters of an answer that are kept. */
  static final int LONGEST = 4_000;

  private static final String GONE = "[removed]";

  /** A name, what separates it from its value in JSON, headers and forms, and the value. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:session_?id|passw(?:or)?d|authorization|api-?key|token|secret|cookie)[\"']?\\s*[:=]\\s*)"
              + "(\"[^\"]*\"?|(?:basic|bearer)\\s+[^\\s\"',;<]+|[^\\s\"',;<}]+)");

  private final List<String> secrets;

  Redaction(Credentials ours) {
    this.secrets =
        Stream.of(ours.apiKey(), ours.username() + ":" + ours.password(), ours.password())
            .filter(Objects::nonNull)
            .filter(secret -> !secret.isBlank())
            .flatMap(Redaction::forms)
            .distinct()
            .toList();
  }

  /** The beginning of a text without secrets. */
  String clean(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, GONE);
    }
    clean = NAMED.matcher(clean).replaceAll("$1" + GONE);
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
  }

  /** A secret as it is, in base64, and as a part of an address. */
  private static Stream<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return Stream.of(
        Base64.getEncoder().encodeToString(bytes),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
        secret,
        encoded,
        encoded.replace("+", "%20"));
  }
}
