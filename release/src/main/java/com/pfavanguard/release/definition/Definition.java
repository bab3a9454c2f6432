package com.pfavanguard.release.definition;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A deployment checklist as its file says it; {@code checklist.schema.json} beside this class says
 * what each field means. Texts are as written: quantities, limits and lines are known to be
 * readable once {@link DefinitionReader} has taken the file.
 */
public record Definition(Header checklist, List<Phase> phases, List<Trigger> rollback) {

  /** What the whole release is about. */
  public record Header(
      String title,
      String release,
      @Nullable String previous,
      @Nullable String lines,
      String budget,
      @Nullable Map<String, String> artifacts,
      @Nullable Map<String, String> pinned,
      @Nullable Map<String, String> targets,
      @Nullable Map<String, String> secrets,
      Map<String, String> roles,
      Map<String, Component> components,
      Map<String, String> sources) {}

  /** Something that has a version and can be switched by itself. */
  public record Component(@Nullable List<String> dependsOn, String health, String version) {}

  /** Steps that begin together, at a moment counted from T-0 or from its completion. */
  public record Phase(
      String id, String title, String anchor, @Nullable String deadline, List<Step> steps) {}

  /** Something done, measured, asked or approved. */
  public record Step(
      String id,
      String title,
      @Nullable String lines,
      Mode mode,
      @Nullable String budget,
      @Nullable String onBreach,
      @Nullable String when,
      @Nullable Effect effect,
      @Nullable Action observe,
      @Nullable Action act,
      @Nullable Action undo,
      @Nullable List<Measure> measures,
      @Nullable List<Ask> asks,
      @Nullable List<Approval> approvals) {

    public boolean isForForward() {
      return !"rolled-back".equals(when);
    }

    public boolean isForBack() {
      return "always".equals(when) || "rolled-back".equals(when);
    }

    /** What it works on; nothing where it belongs to the whole. */
    public @Nullable String component() {
      if (act == null) {
        return null;
      }
      Object named = act.with() == null ? null : act.with().get("component");
      boolean page = act.use().startsWith("web.") || act.use().startsWith("cdn.");
      return named != null ? named.toString() : page ? "frontend" : null;
    }
  }

  /** An adapter's verb with its settings. */
  public record Action(String use, @Nullable Map<String, Object> with) {}

  /** A value read from a source; a gate where {@code require} is given. */
  public record Measure(
      String id,
      @Nullable String lines,
      String from,
      String read,
      @Nullable String of,
      @Nullable String unit,
      @Nullable String window,
      @Nullable String require,
      @Nullable String lasting,
      @Nullable String extend,
      @Nullable List<String> override,
      @Nullable String severity) {

    /** Whether it is judged and shown, and stops nothing. */
    public boolean isNote() {
      return "note".equals(severity);
    }
  }

  /** A question to a person. */
  public record Ask(
      String id,
      @Nullable String lines,
      String question,
      String answer,
      @Nullable List<String> choices,
      @Nullable String require) {}

  /** A signature that is needed. */
  public record Approval(String role, @Nullable String lines, @Nullable String expires) {}

  /** When to go back. */
  public record Trigger(
      String id,
      String lines,
      String kind,
      String scope,
      List<Measure> when,
      @Nullable String deadline,
      @Nullable String otherwise) {}

  /** Steps of all phases, in order. */
  public Stream<Step> steps() {
    return phases.stream().flatMap(phase -> phase.steps().stream());
  }

  /** Of a list that a file may leave out. */
  public static <T> Stream<T> each(@Nullable List<T> list) {
    return list == null ? Stream.empty() : list.stream();
  }
}
