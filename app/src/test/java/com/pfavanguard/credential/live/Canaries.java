package com.pfavanguard.credential.live;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Recognisable secrets, and the forms in which they could be said. */
final class Canaries {
  private record Canary(String of, List<String> forms) {}

  private final List<Canary> all = new CopyOnWriteArrayList<>();

  /** Makes one, distinct from what is written with it: file names and addresses are no secrets. */
  String made(String of) {
    return known(of, "canary-" + of + "-" + Long.toHexString(new SecureRandom().nextLong()));
  }

  /** One that somebody else has made. */
  String known(String of, String secret) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("no secret of " + of);
    }
    all.add(new Canary(of, forms(secret)));
    return secret;
  }

  /** Whose secret stands in a text, in any form. */
  Optional<String> in(String text) {
    return all.stream()
        .filter(canary -> canary.forms().stream().anyMatch(text::contains))
        .map(Canary::of)
        .findFirst();
  }

  private static List<String> forms(String secret) {
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return Stream.of(
            secret,
            base64(secret),
            base64("vanguard:" + secret),
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(secret)),
            encoded,
            encoded.replace("+", "%20"),
            secret.replace("\"", "\\\""))
        .distinct()
        .toList();
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
