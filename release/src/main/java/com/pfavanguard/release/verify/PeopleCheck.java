package com.pfavanguard.release.verify;

import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.people.Person;
import com.pfavanguard.release.people.SignedStatement;
import com.pfavanguard.release.story.Story;
import java.util.List;
import java.util.Optional;

/** What people said, by their own signatures: the runner cannot have made it up. */
final class PeopleCheck {
  private final Story story;
  private final List<Entry> entries;

  PeopleCheck(Story story, List<Entry> entries) {
    this.story = story;
    this.entries = entries;
  }

  List<String> problems() {
    return entries.stream()
        .filter(entry -> entry.kind().equals("told"))
        .filter(entry -> !isSigned(entry))
        .map(entry -> "entry %d: nobody enrolled has signed this".formatted(entry.number()))
        .toList();
  }

  private boolean isSigned(Entry entry) {
    Optional<SignedStatement> signed = SignedStatement.of(entry.body());
    Optional<Person> person =
        signed.flatMap(each -> story.plan().roster().find(each.statement().by()));
    return person.isPresent() && signed.get().isSignedWith(person.get().key());
  }
}
