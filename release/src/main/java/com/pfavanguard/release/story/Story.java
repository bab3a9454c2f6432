package com.pfavanguard.release.story;

import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.people.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a journal has told so far. A runner keeps its own state here and nowhere else: whatever
 * it knows, its successor knows too. Not thread-safe.
 */
public final class Story {
  @Nullable Plan plan;
  @Nullable Instant begunAt;
  final Set<String> planHashes = new LinkedHashSet<>();
  @Nullable Back back;
  @Nullable Fired fired;
  String outcome = "";
  final List<String> runners = new ArrayList<>();
  final Map<String, PhaseStory> phases = new LinkedHashMap<>();
  final Map<String, StepStory> steps = new LinkedHashMap<>();
  final Map<String, Measured> measures = new LinkedHashMap<>();
  final Map<String, Held> holds = new LinkedHashMap<>();
  final Map<String, String> open = new LinkedHashMap<>();
  final List<Told> told = new ArrayList<>();
  final Facts facts = new Facts();

  public static Story of(Collection<Entry> entries) {
    Story story = new Story();
    entries.forEach(story::add);
    return story;
  }

  public void add(Entry entry) {
    Kind.of(entry.kind()).ifPresent(kind -> new Fold(this, entry).apply(kind));
  }

  /**
   * @throws IllegalStateException before the release has begun
   */
  public Plan plan() {
    if (plan == null) {
      throw new IllegalStateException("the journal does not begin with a plan");
    }
    return plan;
  }

  /** Whether something said about the plan with this hash is about ours: only more was pinned. */
  public boolean isOurPlan(String hash) {
    return planHashes.contains(hash);
  }

  public boolean isBegun() {
    return plan != null;
  }

  public Instant begunAt() {
    return begunAt == null ? Instant.EPOCH : begunAt;
  }

  /** Those who run the release: they approve nothing. */
  public List<String> runners() {
    return List.copyOf(runners);
  }

  public Optional<PhaseStory> phase(String id) {
    return Optional.ofNullable(phases.get(id));
  }

  public Optional<StepStory> step(String id) {
    return Optional.ofNullable(steps.get(id));
  }

  public Optional<Measured> measure(String id) {
    return Optional.ofNullable(measures.get(id));
  }

  public boolean isOpen(String gate) {
    return open.containsKey(gate);
  }

  /** {@code PASS}, or who opened it and why; nothing while it is shut. */
  public String openedBy(String gate) {
    return open.getOrDefault(gate, "");
  }

  public Optional<Held> hold(String id) {
    return Optional.ofNullable(holds.get(id));
  }

  public Collection<Held> holds() {
    return List.copyOf(holds.values());
  }

  public List<Held> openHolds() {
    return holds.values().stream().filter(Held::isOpen).toList();
  }

  /** Everything of one kind that was said, oldest first. */
  public List<Told> told(Statement.Kind kind) {
    return told.stream().filter(each -> each.statement().kind() == kind).toList();
  }

  /** The immediate trigger that has fired: what is left to do is to go back. */
  public Optional<Fired> fired() {
    return Optional.ofNullable(fired);
  }

  /** The last hold that a rollback trigger began: those have a deadline. */
  public Optional<Held> lastTriggerHold() {
    return holds.values().stream()
        .filter(hold -> hold.deadline() != null)
        .reduce((earlier, later) -> later);
  }

  public Optional<Back> back() {
    return Optional.ofNullable(back);
  }

  /** What was said about a subject after entry {@code after}, oldest first. */
  public List<Told> told(Statement.Kind kind, String subject, long after) {
    return told.stream()
        .filter(each -> each.entry() > after)
        .filter(each -> each.statement().kind() == kind)
        .filter(each -> each.statement().subject().equals(subject))
        .toList();
  }

  public Facts facts() {
    return facts;
  }

  /** {@code complete}, {@code rolled back}, {@code declined}, {@code stopped}; nothing before. */
  public String outcome() {
    return outcome;
  }
}
