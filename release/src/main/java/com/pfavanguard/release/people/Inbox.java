package com.pfavanguard.release.people;

import com.pfavanguard.release.journal.Digest;
import com.pfavanguard.release.journal.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A folder where other processes leave what people said: the journal has one writer, and it is the
 * runner. A file is there whole or not at all.
 */
public final class Inbox implements Voices {
  private static final String ENDING = ".json";

  private final Path folder;

  public Inbox(Path folder) {
    this.folder = folder;
  }

  public void post(SignedStatement statement) throws IOException {
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, ".part", "");
    Files.writeString(part, text(statement));
    Files.move(part, file(statement), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public List<SignedStatement> news() throws IOException {
    List<SignedStatement> news = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
        for (Path file : files) {
          SignedStatement.read(Files.readString(file)).ifPresent(news::add);
        }
      }
    }
    news.sort(Comparator.comparing(signed -> signed.statement().at()));
    return news;
  }

  @Override
  public void heard(SignedStatement statement) throws IOException {
    Files.deleteIfExists(file(statement));
  }

  private Path file(SignedStatement statement) {
    byte[] content = text(statement).getBytes(StandardCharsets.UTF_8);
    return folder.resolve(Digest.of(content).hex() + ENDING);
  }

  private static String text(SignedStatement statement) {
    return Json.canonical(statement.toJson());
  }
}
