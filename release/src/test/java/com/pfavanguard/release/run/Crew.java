package com.pfavanguard.release.run;

import com.pfavanguard.release.journal.Signer;
import com.pfavanguard.release.people.KeyFile;
import com.pfavanguard.release.people.Person;
import com.pfavanguard.release.people.Roster;
import com.pfavanguard.release.people.SignedStatement;
import com.pfavanguard.release.people.Statement;
import com.pfavanguard.release.people.Statement.Kind;
import com.pfavanguard.release.people.Voices;
import com.pfavanguard.release.story.Story;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** People who say what a test lets them say, as soon as it is time to. */
final class Crew implements Voices {
  private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

  private final Map<String, KeyFile> keys = new LinkedHashMap<>();
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final List<Cue> cues = new ArrayList<>();
  private final SimulatedPace pace;
  private final Set<String> forged = new HashSet<>();
  private Story story = new Story();

  /** What somebody says once {@code when} holds. */
  private record Cue(
      Predicate<Story> when, String by, Kind kind, String subject, String value, String reason) {}

  Crew(SimulatedPace pace) {
    this.pace = pace;
    person("Olga", "owner");
    person("Sam", "security");
    person("Lea", "lead");
    person("Rob", "owner", "security");
  }

  void reads(Story told) {
    story = told;
  }

  Roster roster() {
    return new Roster(List.copyOf(people.values()));
  }

  void enlist(String name, String... roles) {
    person(name, roles);
  }

  /** Somebody signs in another's name. */
  void forges(String inTheNameOf, Kind kind, String subject, String value) {
    forged.add(inTheNameOf + subject + value);
    says(inTheNameOf, kind, subject, value);
  }

  private void person(String name, String... roles) {
    KeyPair pair = KEYS.computeIfAbsent(name, any -> Signer.newKeys());
    keys.put(name, new KeyFile(name, pair.getPrivate(), pair.getPublic()));
    people.put(name, new Person(name, Set.of(roles), pair.getPublic(), false));
  }

  /** Everything that a release needs when nothing goes wrong. */
  Crew willing() {
    says("Olga", Kind.approval, "agreed/owner", "approved");
    says("Sam", Kind.approval, "agreed/security", "approved");
    says("Lea", Kind.answer, "told.window", "tonight");
    says("Lea", Kind.answer, "told.go", "GO");
    when(at -> at.step("signed").isPresent(), "Lea", Kind.approval, "signed/lead", "approved");
    return this;
  }

  void says(String by, Kind kind, String subject, String value) {
    when(Story::isBegun, by, kind, subject, value);
  }

  void when(Predicate<Story> when, String by, Kind kind, String subject, String value) {
    cues.add(new Cue(when, by, kind, subject, value, "because"));
  }

  void withoutReason(Predicate<Story> when, String by, Kind kind, String subject) {
    cues.add(new Cue(when, by, kind, subject, "", ""));
  }

  void silence(String subject) {
    cues.removeIf(cue -> cue.subject().equals(subject));
  }

  @Override
  public List<SignedStatement> news() {
    return cues.stream().filter(cue -> cue.when().test(story)).map(this::sign).toList();
  }

  @Override
  public void heard(SignedStatement said) {
    cues.stream()
        .filter(cue -> cue.by().equals(said.statement().by()))
        .filter(cue -> cue.subject().equals(said.statement().subject()))
        .filter(cue -> cue.value().equals(said.statement().value()))
        .findFirst()
        .ifPresent(cues::remove);
  }

  private SignedStatement sign(Cue cue) {
    Statement statement =
        new Statement(
            story.plan().release(),
            story.plan().hash(),
            cue.kind(),
            cue.subject(),
            cue.value(),
            cue.reason(),
            cue.by(),
            pace.now());
    boolean isForged = forged.contains(cue.by() + cue.subject() + cue.value());
    KeyFile key = Objects.requireNonNull(keys.get(isForged ? "Lea" : cue.by()));
    return SignedStatement.by(key, statement);
  }
}
