package com.pfavanguard.release.rehearsal;

import static com.pfavanguard.release.definition.Definition.each;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.definition.Definition.Ask;
import com.pfavanguard.release.definition.Definition.Step;
import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.journal.Signer;
import com.pfavanguard.release.people.KeyFile;
import com.pfavanguard.release.people.Person;
import com.pfavanguard.release.people.Roster;
import com.pfavanguard.release.people.SignedStatement;
import com.pfavanguard.release.people.Statement;
import com.pfavanguard.release.people.Statement.Kind;
import com.pfavanguard.release.people.Voices;
import com.pfavanguard.release.run.Audience;
import com.pfavanguard.release.story.Held;
import com.pfavanguard.release.story.Story;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Throwaway people, one for each role, who sign and answer what the checklist asks as soon as it
 * asks. They open no gate and overrule nothing: what holds is sent back, or stopped. Used by the
 * runner's thread alone.
 */
final class Troupe implements Voices, Audience {
  private final Definition definition;
  private Audience audience;
  private final Clock clock;
  private final Map<String, KeyFile> keys = new LinkedHashMap<>();
  private final Map<String, SignedStatement> said = new LinkedHashMap<>();
  private final List<Person> people = new ArrayList<>();
  private final Set<String> observed = ConcurrentHashMap.newKeySet();
  private @Nullable Story story;

  /**
   * @param audience who watches besides
   */
  Troupe(Definition definition, Audience audience, Clock clock) {
    this.definition = definition;
    this.audience = audience;
    this.clock = clock;
    definition.checklist().roles().keySet().forEach(this::enroll);
  }

  private void enroll(String role) {
    KeyPair pair = Signer.newKeys();
    String name = "Persona " + role;
    keys.put(role, new KeyFile(name, pair.getPrivate(), pair.getPublic()));
    people.add(new Person(name, Set.of(role), pair.getPublic(), true));
  }

  /** One more who watches. */
  void alsoWatchedBy(Audience other) {
    audience = new Both(audience, other);
  }

  /** Somebody has seen what no metric sees. Any thread. */
  void observes(String subject) {
    observed.add(subject);
  }

  Roster roster() {
    return new Roster(people);
  }

  @Override
  public void entry(Entry entry) {
    audience.entry(entry);
  }

  @Override
  public void look(Story told, Instant now) {
    story = told;
    audience.look(told, now);
  }

  @Override
  public void progress(String line) {
    audience.progress(line);
  }

  @Override
  public List<SignedStatement> news() {
    Story told = story;
    if (told == null) {
      return List.of();
    }
    definition.steps().filter(step -> isAsking(told, step)).forEach(step -> answer(told, step));
    observed.stream()
        .filter(subject -> told.told(Kind.observation, subject, 0).isEmpty())
        .forEach(subject -> say(told, first(), Kind.observation, subject, "seen"));
    told.openHolds().forEach(hold -> decide(told, hold));
    return List.copyOf(said.values());
  }

  private static boolean isAsking(Story told, Step step) {
    return told.step(step.id()).filter(story -> !story.isEnded()).isPresent();
  }

  private void answer(Story told, Step step) {
    each(step.asks())
        .filter(ask -> told.told(Kind.answer, ask.id(), 0).isEmpty())
        .forEach(ask -> say(told, first(), Kind.answer, ask.id(), value(ask)));
    each(step.approvals())
        .forEach(
            approval -> {
              String subject = step.id() + "/" + approval.role();
              if (told.told(Kind.approval, subject, 0).isEmpty()) {
                say(told, approval.role(), Kind.approval, subject, "approved");
              }
            });
  }

  private void decide(Story told, Held hold) {
    if (told.told(Kind.decision, hold.id(), hold.entry()).isEmpty()) {
      String choice = hold.choices().contains("rollback") ? "rollback" : hold.choices().getLast();
      say(told, first(), Kind.decision, hold.id(), choice);
    }
  }

  private String first() {
    return keys.keySet().iterator().next();
  }

  private String value(Ask ask) {
    if (ask.require() != null) {
      return ask.require();
    }
    List<String> choices = ask.choices();
    return switch (ask.answer()) {
      case "yes-no" -> "yes";
      case "number" -> "0";
      case "choice" -> choices == null ? "" : choices.getFirst();
      default -> "rehearsed by a persona at " + clock.instant();
    };
  }

  private void say(Story told, String role, Kind kind, String subject, String value) {
    KeyFile key = Objects.requireNonNull(keys.get(role), role);
    String plan = told.plan().hash();
    Statement statement =
        new Statement(
            told.plan().release(),
            plan,
            kind,
            subject,
            value,
            "a rehearsal",
            key.name(),
            clock.instant());
    said.putIfAbsent(kind + subject, SignedStatement.by(key, statement));
  }

  @Override
  public void heard(SignedStatement statement) {
    said.values().remove(statement);
  }
}
