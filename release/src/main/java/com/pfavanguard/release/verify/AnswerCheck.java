package com.pfavanguard.release.verify;

import com.pfavanguard.release.definition.LimitText;
import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.journal.Digest;
import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.judge.Ruling;
import com.pfavanguard.release.story.Readings;
import com.pfavanguard.release.story.Story;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The raw answers: there, unchanged, and judged again with the verdict they had. */
final class AnswerCheck {
  private final EvidenceFolder folder;
  private final List<Entry> entries;
  private final List<String> problems = new ArrayList<>();

  AnswerCheck(EvidenceFolder folder, List<Entry> entries) {
    this.folder = folder;
    this.entries = entries;
  }

  List<String> problems() {
    named(entries).forEach(this::read);
    entries.stream()
        .filter(entry -> entry.kind().equals("measured"))
        .filter(entry -> entry.body().path("verdict").isString())
        .forEach(this::judge);
    return problems;
  }

  /** Hashes of all answers that a journal names. */
  static Set<String> named(List<Entry> entries) {
    Set<String> named = new LinkedHashSet<>();
    named.add(Story.of(entries).plan().definition().hex());
    entries.stream()
        .filter(entry -> entry.kind().equals("measured"))
        .forEach(entry -> named.add(entry.body().path("answer").asString("")));
    return named;
  }

  private void read(String hash) {
    try {
      folder.answers().text(new Digest(hash));
    } catch (IOException | IllegalArgumentException e) {
      problems.add("answers/%s is missing or was changed".formatted(hash));
    }
  }

  private void judge(Entry entry) {
    JsonNode body = entry.body();
    Ruling again =
        LimitText.parse(body.path("require").asString(""))
            .judge(Readings.read(body.path("reading")));
    if (!again.verdict().name().equals(body.path("verdict").asString())) {
      problems.add(
          "entry %d says %s of %s; judged again it is %s"
              .formatted(
                  entry.number(),
                  body.path("verdict").asString(),
                  body.path("measure").asString(),
                  again.verdict()));
    }
  }
}
