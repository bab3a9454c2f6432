package com.pfavanguard;

import com.pfavanguard.identity.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.pattern.PathPattern;

/** The lines of endpoint-access.txt. */
final class Endpoints {
  private static final Set<String> SAMPLES = Set.of("USER", "ID", "NUMBER", "A-1");
  private static final List<Endpoint> DECLARED = read();
  private static final List<Endpoint> ALL =
      DECLARED.stream().filter(endpoint -> !endpoint.method().equals("SOCKET")).toList();

  private Endpoints() {}

  static List<Endpoint> all() {
    return ALL;
  }

  /** What may be subscribed to over a WebSocket. */
  static List<Endpoint> topics() {
    return DECLARED.stream().filter(endpoint -> endpoint.method().equals("SOCKET")).toList();
  }

  /**
   * @param access open, anybody, administrator, or permissions between commas
   */
  record Endpoint(String method, String address, String access, String template) {

    boolean open() {
      return access.equals("open");
    }

    boolean administrator() {
      return access.equals("administrator");
    }

    /** Permissions in the organization; empty where none decides. */
    Set<Permission> needs() {
      Set<Permission> needs = EnumSet.noneOf(Permission.class);
      if (!open() && !administrator() && !access.equals("anybody")) {
        Arrays.stream(access.split(",")).map(Permission::valueOf).forEach(needs::add);
      }
      return needs;
    }

    String path(String organization) {
      return fill(address, organization);
    }

    String body(String organization) {
      return fill(template, organization);
    }

    private static String fill(String text, String organization) {
      return text.replace("ORG", organization)
          .replace("USER", UUID.randomUUID().toString())
          .replace("NUMBER", "987654321")
          .replace("ID", UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
      return method + " " + address;
    }
  }

  /**
   * A literal address such as /users/x/disable also fits /users/{id}/{other}; that is another
   * endpoint.
   */
  static boolean mostSpecific(Endpoint endpoint, PathPattern pattern) {
    String[] literal = endpoint.address().split("\\?", 2)[0].split("/");
    String[] parts = pattern.getPatternString().split("/");
    for (int i = 0; i < parts.length; i++) {
      boolean variable = parts[i].startsWith("{");
      boolean sample = SAMPLES.contains(literal[i]);
      if (variable != sample) {
        return false;
      }
    }
    return true;
  }

  private static List<Endpoint> read() {
    try {
      String text =
          new ClassPathResource("endpoint-access.txt").getContentAsString(StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s+", 4))
          .map(part -> new Endpoint(part[0], part[1], part[2], part.length > 3 ? part[3] : ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
