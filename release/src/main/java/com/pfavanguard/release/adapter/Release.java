package com.pfavanguard.release.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which deployment this is.
 *
 * @param id of this deployment, not of the version: two attempts at one version differ
 * @param tag that is deployed, such as {@code v4.0.0}
 * @param version as the new processes report it
 * @param previous version as the old processes report it; none at a first installation
 * @param folder of the evidence, where an actor may leave files that the journal then names
 */
public record Release(
    String id, String tag, String version, @Nullable String previous, Path folder) {

  /**
   * Where actors note what they must remember after a crash, beside the evidence: it is nothing
   * that proves anything.
   */
  public Path notes() throws IOException {
    return Files.createDirectories(folder.resolveSibling(folder.getFileName() + ".notes"));
  }
}
