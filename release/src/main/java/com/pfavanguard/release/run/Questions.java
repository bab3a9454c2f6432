package com.pfavanguard.release.run;

import com.pfavanguard.release.definition.Definition.Ask;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.people.Statement;
import com.pfavanguard.release.story.Told;
import java.math.BigDecimal;
import java.util.Optional;

/** Asks people what only they know. An answer that is not the one required holds the release. */
final class Questions {
  private final Course course;
  private final Pulse pulse;

  Questions(Course course, Pulse pulse) {
    this.course = course;
    this.pulse = pulse;
  }

  void ask(Step step, Ask ask) {
    pulse.untilPerson(step.id(), ask.question(), () -> answer(ask).isPresent());
    if (isOpened(ask) || course.story().back().isPresent()) {
      return;
    }
    String said = answer(ask).map(Statement::value).orElse("");
    if (ask.answer().equals("choice") && !new Timetable(course).isUnderWay()) {
      throw new Stopped("stopped", "%s: %s".formatted(ask.id(), said)); // no go is no go
    }
    pulse.untilPerson(
        step.id(),
        "%s must be '%s' and is '%s': answer anew, or go back"
            .formatted(ask.id(), ask.require(), said),
        () -> isOpened(ask));
  }

  private boolean isOpened(Ask ask) {
    String require = ask.require();
    return answer(ask).filter(said -> require == null || same(ask, said.value())).isPresent();
  }

  /** The newest that answers the question at all. */
  private Optional<Statement> answer(Ask ask) {
    return course.story().told(Statement.Kind.answer, ask.id(), 0).stream()
        .map(Told::statement)
        .filter(said -> AnswerForm.fits(ask, said.value()))
        .reduce((earlier, later) -> later);
  }

  private static boolean same(Ask ask, String value) {
    String require = String.valueOf(ask.require());
    return ask.answer().equals("number")
        ? new BigDecimal(value).compareTo(new BigDecimal(require)) == 0
        : value.equals(require);
  }
}
