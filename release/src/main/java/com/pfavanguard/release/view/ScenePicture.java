package com.pfavanguard.release.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A scene in lines of text, for a terminal of some width and height. */
public final class ScenePicture {
  private static final int BAR = 10;

  private final List<String> lines = new ArrayList<>();
  private final int width;

  private ScenePicture(int width) {
    this.width = width;
  }

  /** The whole of it: what runs in detail, the rest in a line each. */
  public static List<String> of(Scene scene, int width) {
    ScenePicture picture = new ScenePicture(width);
    picture.header(scene);
    scene.phases().forEach(picture::phase);
    picture.people(scene);
    return picture.lines;
  }

  private void header(Scene scene) {
    Slack slack = scene.slack();
    String state = scene.outcome().isEmpty() ? "under way" : scene.outcome();
    add("%s  %s  %s".formatted(scene.title(), scene.release(), state));
    add(
        "T-0: %s of %s used, forecast %s, slack %s; people took %s"
            .formatted(
                time(slack.used()),
                time(slack.budget()),
                time(slack.forecast()),
                time(slack.left()),
                time(slack.waited())));
    if (scene.back() != null) {
      add("GOING BACK (%s): %s".formatted(scene.back().scope(), scene.back().because()));
    }
  }

  private void phase(Scene.Act phase) {
    long done = phase.steps().stream().filter(step -> step.state().equals("done")).count();
    add(
        "%s %s  %d/%d%s"
            .formatted(
                mark(phase.state()),
                phase.title(),
                done,
                phase.steps().size(),
                phase.late() ? "  late" : ""));
    if (phase.state().equals("running")) {
      phase.steps().forEach(this::step);
    }
  }

  private void step(Scene.Line step) {
    String budget = step.budget() == null ? "" : " of " + time(step.budget());
    String waited = step.waited().isZero() ? "" : ", people " + time(step.waited());
    String used = step.state().equals("waiting") ? "" : time(step.elapsed()) + budget + waited;
    add("   %s %s  %s%s".formatted(mark(step.state()), step.title(), bar(step), used));
    if (step.state().equals("running")) {
      step.gates().forEach(this::gate);
    }
  }

  private void gate(GateLine gate) {
    String verdict = gate.open() ? "open" : gate.verdict().isEmpty() ? "…" : gate.verdict();
    add("      %-12s %s  %s".formatted(verdict, gate.id(), gate.detail()));
  }

  private void people(Scene scene) {
    if (!scene.waits().isEmpty()) {
      add("Waits for:");
      scene.waits().forEach(wait -> add("   " + wait));
    }
  }

  private static String bar(Scene.Line step) {
    Duration budget = step.budget();
    if (!step.state().equals("running") || budget == null || budget.isZero()) {
      return "";
    }
    long used = Math.min(BAR, step.elapsed().toMillis() * BAR / budget.toMillis());
    return "[%s%s] ".formatted("#".repeat((int) used), ".".repeat((int) (BAR - used)));
  }

  private static String mark(String state) {
    return switch (state) {
      case "done" -> "✓";
      case "running" -> "▶";
      case "back" -> "↩";
      default -> "·";
    };
  }

  static String time(Duration time) {
    Duration whole = time.abs();
    String sign = time.isNegative() ? "-" : "";
    return whole.toHours() > 0
        ? "%s%d:%02d:%02d"
            .formatted(sign, whole.toHours(), whole.toMinutesPart(), whole.toSecondsPart())
        : "%s%d:%02d".formatted(sign, whole.toMinutes(), whole.toSecondsPart());
  }

  private void add(String line) {
    lines.add(cut(line, width));
  }

  static String cut(String line, int width) {
    return line.length() <= width ? line : line.substring(0, width - 1) + "…";
  }

  /** Gives up what is over first, then what is to come, then the end. */
  static List<String> fit(List<String> lines, int height) {
    List<String> fitting = new ArrayList<>(lines);
    for (String dispensable : List.of("   ✓", "✓", "   ·", "·")) {
      for (int index = 0; index < fitting.size() && fitting.size() > height; ) {
        if (fitting.get(index).startsWith(dispensable)) {
          fitting.remove(index);
        } else {
          index++;
        }
      }
    }
    return fitting.size() <= height ? fitting : fitting.subList(0, height);
  }
}
