package com.pfavanguard.release.run;

import static com.pfavanguard.release.definition.Definition.each;

import com.pfavanguard.release.definition.Definition.Approval;
import com.pfavanguard.release.definition.Definition.Phase;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.people.Statement;
import com.pfavanguard.release.story.Told;

/** Approvals: signed, for this plan, not yet expired. */
final class Consents {
  private final Course course;
  private final Pulse pulse;

  Consents(Course course, Pulse pulse) {
    this.course = course;
    this.pulse = pulse;
  }

  void await(Step step) {
    each(step.approvals()).forEach(approval -> await(step, approval));
  }

  /** Right before T-0: what was approved days ago may have expired or be about another plan. */
  void renewAll() {
    for (Phase phase : course.definition().phases()) {
      if (Timetable.isDeployment(phase)) {
        return;
      }
      phase.steps().stream()
          .filter(step -> course.story().step(step.id()).isPresent())
          .forEach(this::await);
    }
  }

  private void await(Step step, Approval approval) {
    String subject = step.id() + "/" + approval.role();
    String role = course.definition().checklist().roles().get(approval.role());
    pulse.untilPerson(
        step.id(),
        "the signature of the %s (%s)".formatted(role, subject),
        () -> isGiven(subject, approval));
  }

  private boolean isGiven(String subject, Approval approval) {
    return course.story().told(Statement.Kind.approval, subject, 0).stream()
        .map(Told::statement)
        .filter(said -> said.value().equals("approved"))
        .filter(said -> course.story().isOurPlan(said.plan()))
        .anyMatch(said -> !isExpired(said, approval));
  }

  private boolean isExpired(Statement said, Approval approval) {
    String expires = approval.expires();
    return expires != null && !course.now().isBefore(said.at().plus(Scale.written(expires)));
  }
}
