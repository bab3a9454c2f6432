package com.pfavanguard.operations.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.storage.ServedAs;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.operations.storage.Storages;
import com.pfavanguard.operations.storage.Workspace;
import com.pfavanguard.operations.testing.Quiet;
import com.pfavanguard.operations.testing.S3Service;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private @TempDir Path folder;
  private final List<String> invalidated = new ArrayList<>();
  private int hours;

  /** A front end whose script and style are named by their content. */
  private Bundle bundle(String number) throws IOException {
    Path built = Files.createDirectories(folder.resolve("built-" + number + "/assets"));
    Files.writeString(built.resolve("index-" + number + ".js"), "script " + number);
    Files.writeString(built.resolve("style.css"), "the same in all");
    Path root = built.resolveSibling(".").normalize();
    Files.writeString(root.resolve("favicon.svg"), "<svg/>" + number);
    Files.writeString(
        root.resolve("index.html"),
        "<script src=\"/assets/index-%s.js\"></script><link href=\"/assets/style.css\">"
            .formatted(number));
    return Bundle.of(root);
  }

  private Publication publication(Storage storage) {
    Clock clock = Clock.fixed(NOON.plus(Duration.ofHours(hours++)), ZoneOffset.UTC);
    Cdn cdn =
        reference -> {
          invalidated.add(reference);
          return "I" + invalidated.size();
        };
    return new Publication(storage, cdn, new Quiet(), clock);
  }

  private Publication.Published publish(Storage storage, String number) throws IOException {
    return publication(storage).publish(bundle(number), "4." + number, "c" + number);
  }

  private List<Storage> places() {
    return List.of(
        Storages.open(folder.resolve("site").toString()),
        S3Service.open(S3Service.newBucket(), "site"));
  }

  @Test
  void twoReleasesBeforeStayAndOlderAssetsGo() throws Exception {
    for (Storage storage : places()) {
      for (String number : List.of("1", "2", "3")) {
        publish(storage, number);
      }
      assertThat(storage.keys("assets/"))
          .containsExactly(
              "assets/index-1.js", "assets/index-2.js", "assets/index-3.js", "assets/style.css");
      storage.put("assets/of-somebody-else.txt", "stays", ServedAs.DOCUMENT);

      Publication.Published fourth = publish(storage, "4");

      assertThat(fourth.forgotten()).hasSize(1);
      assertThat(fourth.uploaded()).as("the style was there").isEqualTo(3);
      assertThat(storage.keys("assets/"))
          .containsExactly(
              "assets/index-2.js",
              "assets/index-3.js",
              "assets/index-4.js",
              "assets/of-somebody-else.txt",
              "assets/style.css");
      assertThat(storage.text("index.html")).contains("index-4.js");
      assertThat(new Releases(storage).all()).hasSize(3);
      assertThat(fourth.release().bundleBytes())
          .isEqualTo(bundle("4").files().values().stream().mapToLong(PublishedFile::bytes).sum());
    }
    assertThat(invalidated).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void theWayBackShowsAnEarlierReleaseWithEverythingItHad() throws Exception {
    for (Storage storage : places()) {
      publish(storage, "1");
      publish(storage, "2");
      String third = publish(storage, "3").release().id();

      publication(storage).rollback(null);
      assertThat(storage.text("index.html")).contains("index-2.js");
      assertThat(storage.text("favicon.svg")).isEqualTo("<svg/>2");
      publication(storage).rollback(null);
      assertThat(storage.text("index.html")).contains("index-1.js");
      assertThatThrownBy(() -> publication(storage).rollback(null))
          .isInstanceOf(OperationRefused.class);
      publication(storage).rollback(third);
      assertThat(storage.text("index.html")).contains("index-3.js");
      assertThat(new Releases(storage).current()).isEqualTo(third);
    }
  }

  @Test
  void aReleaseThatPeopleGetIsKeptHoweverOldItIs() throws Exception {
    Storage storage = places().getFirst();
    String first = publish(storage, "1").release().id();
    publish(storage, "2");
    publish(storage, "3");
    publication(storage).rollback(first);
    assertThat(new Releases(storage).forgetOld()).isEmpty();
    assertThat(storage.keys("assets/")).contains("assets/index-1.js");
  }

  @Test
  void browsersMayKeepWhatIsNamedByItsContentAndNeverTheIndex() throws Exception {
    String bucket = S3Service.newBucket();
    try (Storage storage = S3Service.open(bucket, "")) {
      publish(storage, "1");
    }
    var s3 = S3Service.client();
    var script = s3.headObject(r -> r.bucket(bucket).key("assets/index-1.js"));
    assertThat(script.cacheControl()).isEqualTo("public, max-age=31536000, immutable");
    assertThat(script.contentType()).startsWith("text/javascript");
    var index = s3.headObject(r -> r.bucket(bucket).key("index.html"));
    assertThat(index.cacheControl()).isEqualTo("no-cache");
    assertThat(index.contentType()).startsWith("text/html");
    assertThat(s3.headObject(r -> r.bucket(bucket).key("favicon.svg")).contentType())
        .isEqualTo("image/svg+xml");
  }

  @Test
  void theIndexComesAfterEverythingItNames() throws Exception {
    Recorder recorder = new Recorder(places().getFirst(), "none");
    publish(recorder, "1");
    int index = recorder.puts.indexOf("index.html");
    assertThat(recorder.puts.subList(0, index))
        .contains("assets/index-1.js", "assets/style.css", "favicon.svg");
    assertThat(recorder.puts.subList(index + 1, recorder.puts.size())).noneMatch(Bundle::hashed);
  }

  @Test
  void aFailureOnTheWayLeavesPeopleWithWhatTheyHad() throws Exception {
    Storage storage = places().getFirst();
    publish(storage, "1");
    assertThatThrownBy(() -> publish(new Recorder(storage, "assets/index-2.js"), "2"))
        .isInstanceOf(IOException.class);
    assertThat(storage.text("index.html")).contains("index-1.js");
    assertThat(invalidated).hasSize(1);
  }

  @Test
  void aFrontEndWithAHoleIsNotPublished() throws Exception {
    Path root = Files.createDirectories(folder.resolve("hole"));
    assertThatThrownBy(() -> Bundle.of(root)).hasMessageContaining("has no index.html");
    Files.writeString(root.resolve("index.html"), "<script src=\"/assets/gone.js\"></script>");
    assertThatThrownBy(() -> Bundle.of(root)).hasMessageContaining("assets/gone.js");
  }

  /** Storage that notes the order, and whose line breaks at one key. */
  private static final class Recorder implements Storage {
    private final Storage whole;
    private final String broken;
    private final List<String> puts = new ArrayList<>();

    Recorder(Storage whole, String broken) {
      this.whole = whole;
      this.broken = broken;
    }

    @Override
    public void put(String key, Path file, ServedAs served) throws IOException {
      if (key.equals(broken)) {
        throw new IOException("the line broke");
      }
      puts.add(key);
      whole.put(key, file, served);
    }

    @Override
    public InputStream open(String key) throws IOException {
      return whole.open(key);
    }

    @Override
    public List<String> keys(String beginning) throws IOException {
      return whole.keys(beginning);
    }

    @Override
    public void delete(Collection<String> keys) throws IOException {
      whole.delete(keys);
    }

    @Override
    public Workspace workspace() throws IOException {
      return whole.workspace();
    }

    @Override
    public String address() {
      return whole.address();
    }
  }
}
