package com.pfavanguard.release.verify;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.evidence.ReleaseRecord;
import com.pfavanguard.release.journal.Digest;
import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.report.Outputs;
import com.pfavanguard.release.report.RecordFacts;
import com.pfavanguard.release.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Every file in the folder: made again, or named with its hash by the journal, or unknown. */
final class FileCheck {
  private static final String RECORD = "record.json";

  private final EvidenceFolder folder;
  private final PublicKey key;
  private final Definition definition;
  private final List<Entry> entries;
  private final Map<String, String> hashes = new HashMap<>();

  FileCheck(EvidenceFolder folder, PublicKey key, Definition definition, List<Entry> entries) {
    this.folder = folder;
    this.key = key;
    this.definition = definition;
    this.entries = entries;
  }

  List<String> problems() throws IOException {
    entries.forEach(entry -> gather(entry.body().path("facts")));
    AnswerCheck.named(entries).forEach(hash -> hashes.put("answers/" + hash, hash));
    Map<String, String> made = Outputs.of(definition, entries);
    List<String> problems = new ArrayList<>();
    for (String name : names()) {
      if (made.containsKey(name)) {
        if (!Files.readString(folder.root().resolve(name)).equals(made.get(name))) {
          problems.add("%s is not what the journal makes".formatted(name));
        }
      } else if (name.equals(RECORD)) {
        record(problems);
      } else if (!isNamed(name)) {
        problems.add("%s is unknown to the journal, or was changed".formatted(name));
      }
    }
    hashes.keySet().stream()
        .filter(name -> !Files.isRegularFile(folder.root().resolve(name)))
        .forEach(name -> problems.add(name + " is gone"));
    return problems;
  }

  /** Facts name files as {@code {"file": "path in the folder", "sha256": "..."}}, at any depth. */
  private void gather(JsonNode facts) {
    if (facts.path("file").isString() && facts.path("sha256").isString()) {
      hashes.put(facts.path("file").asString(), facts.path("sha256").asString());
    }
    facts.forEach(this::gather);
  }

  private boolean isNamed(String name) throws IOException {
    String hash = hashes.get(name);
    return hash != null && hash.equals(Digest.of(folder.root().resolve(name)).hex());
  }

  private void record(List<String> problems) throws IOException {
    try {
      ReleaseRecord record = ReleaseRecord.read(Files.readString(folder.root().resolve(RECORD)));
      boolean ours = record.facts().equals(RecordFacts.of(definition, Story.of(entries)));
      if (ours && record.isSignedWith(key)) {
        return;
      }
    } catch (IllegalArgumentException e) {
      problems.add(RECORD + " is no record");
      return;
    }
    problems.add(RECORD + " is not what the journal makes, or not signed by its runner");
  }

  /** The journal itself was read already; what people left and no runner took proves nothing. */
  private List<String> names() throws IOException {
    Set<String> apart = Set.of("journal.jsonl");
    try (Stream<Path> files = Files.walk(folder.root())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.root().relativize(file).toString())
          .filter(name -> !apart.contains(name) && !name.startsWith("inbox/"))
          .sorted()
          .toList();
    }
  }
}
