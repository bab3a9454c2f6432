package com.pfavanguard.launcher.secrets;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.secrets.check.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tries credentials and reports; no secret is ever part of what is said. */
public final class SecretsVerification {
  private final String environment;
  private final List<Credential> credentials;
  private final Console console;

  private SecretsVerification(String environment, List<Credential> credentials, Console console) {
    this.environment = environment;
    this.credentials = credentials;
    this.console = console;
  }

  public static SecretsVerification of(Local local, Console console) {
    return new SecretsVerification("local", local.credentials(), console);
  }

  public static SecretsVerification of(Deployed deployed, String environment, Console console) {
    return new SecretsVerification(environment, deployed.credentials(), console);
  }

  /** What came out. */
  public enum Outcome {
    ALL_VALID,
    SOME_INVALID,
    /** There was nothing to try. */
    NOTHING_CONFIGURED
  }

  public Outcome run() {
    List<Credential.Tried> all = tryAll();
    Outcome outcome = outcome(all);
    console.result(Json.line(report(all, outcome)));
    return outcome;
  }

  /** Whether each credential works, by its name; those that are not configured are left out. */
  public Map<String, Boolean> works() {
    Map<String, Boolean> works = new LinkedHashMap<>();
    for (Credential.Tried tried : tryAll()) {
      Verdict.Status status = tried.verdict().status();
      if (status != Verdict.Status.not_configured) {
        works.put(tried.name(), status.good());
      }
    }
    return works;
  }

  private List<Credential.Tried> tryAll() {
    List<Credential.Tried> all = new ArrayList<>();
    for (Credential credential : credentials) {
      console.status("trying " + credential.name());
      Credential.Tried tried = credential.tried();
      console.status("");
      console.say(line(tried));
      all.add(tried);
    }
    return all;
  }

  private static Outcome outcome(List<Credential.Tried> all) {
    List<Verdict.Status> configured =
        all.stream()
            .map(tried -> tried.verdict().status())
            .filter(status -> status != Verdict.Status.not_configured)
            .toList();
    if (configured.isEmpty()) {
      return Outcome.NOTHING_CONFIGURED;
    }
    return configured.stream().allMatch(Verdict.Status::good)
        ? Outcome.ALL_VALID
        : Outcome.SOME_INVALID;
  }

  private static String line(Credential.Tried tried) {
    Verdict verdict = tried.verdict();
    StringBuilder line =
        new StringBuilder(
            "%-20s %s".formatted(tried.name(), verdict.status().name().replace('_', ' ')));
    if (verdict.expiresAt() != null) {
      line.append(" ").append(verdict.expiresAt());
    }
    if (!tried.source().isEmpty()) {
      line.append("  (").append(tried.source()).append(")");
    }
    return verdict.detail().isEmpty() ? line.toString() : line + ": " + verdict.detail();
  }

  private ObjectNode report(List<Credential.Tried> all, Outcome outcome) {
    ObjectNode report =
        Json.object().put("ok", outcome == Outcome.ALL_VALID).put("environment", environment);
    ArrayNode credentialNodes = report.putArray("credentials");
    for (Credential.Tried tried : all) {
      Verdict verdict = tried.verdict();
      credentialNodes
          .addObject()
          .put("name", tried.name())
          .put("status", verdict.status().name())
          .put("source", tried.source())
          .put("expiresAt", verdict.expiresAt() == null ? null : verdict.expiresAt().toString())
          .put("detail", verdict.detail());
    }
    return report;
  }
}
