package com.pfavanguard.release.definition;

import static com.pfavanguard.release.definition.Definition.each;

import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.lines.LineRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which lines of the paper each step, measurement, question, approval and trigger stands for. */
final class Mapping {
  private final Map<String, List<LineRange>> lines = new LinkedHashMap<>();

  private Mapping() {}

  static Map<String, List<LineRange>> of(Definition definition) {
    Mapping mapping = new Mapping();
    mapping.put("checklist", definition.checklist().lines());
    definition.steps().forEach(mapping::put);
    definition.rollback().forEach(trigger -> mapping.put(trigger.id(), trigger.lines()));
    return mapping.lines;
  }

  private void put(Step step) {
    put(step.id(), step.lines());
    each(step.measures()).forEach(measure -> put(measure.id(), measure.lines()));
    each(step.asks()).forEach(ask -> put(ask.id(), ask.lines()));
    each(step.approvals())
        .forEach(approval -> put(step.id() + "/" + approval.role(), approval.lines()));
  }

  private void put(String id, @Nullable String written) {
    if (written != null) {
      lines.put(id, LineRange.parse(written));
    }
  }
}
