package com.pfavanguard.release.evidence;

import com.pfavanguard.release.journal.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Raw answers, each under the hash of its content: the same answer is kept once. */
public final class Answers {
  private final Path folder;

  public Answers(Path folder) {
    this.folder = folder;
  }

  /** On disk before it returns, for the journal will name it. */
  public Digest keep(String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    Digest digest = Digest.of(content);
    Path file = file(digest);
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, ".part", "");
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return digest;
  }

  /**
   * @throws IOException also when what is there has another hash
   */
  public String text(Digest digest) throws IOException {
    byte[] content = Files.readAllBytes(file(digest));
    if (!Digest.of(content).equals(digest)) {
      throw new IOException(file(digest) + " is not what the journal named");
    }
    return new String(content, StandardCharsets.UTF_8);
  }

  Path file(Digest digest) {
    return folder.resolve(digest.hex());
  }
}
