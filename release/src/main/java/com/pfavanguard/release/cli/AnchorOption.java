package com.pfavanguard.release.cli;

import com.pfavanguard.operations.storage.Storages;
import com.pfavanguard.release.evidence.Anchor;
import com.pfavanguard.release.evidence.GitNotes;
import com.pfavanguard.release.evidence.StoredAnchor;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a journal's heads are kept, outside of the evidence. */
public final class AnchorOption {
  private static final String GIT = "git:";

  @Option(
      names = "--anchor",
      paramLabel = "PLACE",
      description = {
        "where the journal's head is kept after each phase: a folder, s3://bucket/prefix,",
        "or git:CHECKOUT for notes there (default: anchors in --keys)"
      })
  private @Nullable String anchor;

  public Anchor anchor(KeyFolder keys) {
    String place = anchor == null ? keys.anchors().toString() : anchor;
    return place.startsWith(GIT)
        ? new GitNotes(Path.of(place.substring(GIT.length())))
        : new StoredAnchor(Storages.open(place));
  }
}
