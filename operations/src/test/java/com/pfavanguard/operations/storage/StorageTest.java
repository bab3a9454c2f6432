package com.pfavanguard.operations.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.testing.S3Service;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {
  private static final ServedAs SCRIPT =
      new ServedAs("text/javascript;charset=utf-8", "public, max-age=31536000, immutable");

  private @TempDir Path folder;

  @Test
  void aFolderAndS3KeepTheSameFilesUnderTheSameNames() throws Exception {
    for (Storage storage :
        List.of(
            Storages.open(folder.resolve("kept").toString()),
            S3Service.open(S3Service.newBucket(), "some/prefix/"))) {
      assertThat(storage.keys("")).as(storage.address()).isEmpty();
      storage.put("assets/a.js", "one", SCRIPT);
      storage.put("index.html", "two", ServedAs.DOCUMENT);
      storage.put("index.html", "three", ServedAs.DOCUMENT);

      assertThat(storage.keys("")).containsExactly("assets/a.js", "index.html");
      assertThat(storage.keys("assets/")).containsExactly("assets/a.js");
      assertThat(storage.text("index.html")).isEqualTo("three");

      storage.delete(List.of("assets/a.js", "never/was.there"));
      assertThat(storage.keys("")).containsExactly("index.html");
      assertThatThrownBy(() -> storage.text("assets/a.js"))
          .isInstanceOf(FileNotFoundException.class);
    }
  }

  @Test
  void s3IsToldHowToServe() throws Exception {
    String bucket = S3Service.newBucket();
    try (Storage storage = S3Service.open(bucket, "")) {
      storage.put("assets/a.js", "one", SCRIPT);
    }
    var kept = S3Service.client().headObject(r -> r.bucket(bucket).key("assets/a.js"));
    assertThat(kept.contentType()).isEqualTo(SCRIPT.contentType());
    assertThat(kept.cacheControl()).isEqualTo(SCRIPT.cacheControl());
  }

  @Test
  void aFileLargerThanOnePartArrivesWhole() throws Exception {
    Path large = folder.resolve("large");
    byte[] some = new byte[(10 << 20) + 12_345];
    new Random(7).nextBytes(some);
    Files.write(large, some);
    int part = 5 << 20;
    try (Storage storage = new S3Storage(S3Service.client(), S3Service.newBucket(), "", part)) {
      storage.put("large", large, ServedAs.BINARY);
      try (InputStream content = storage.open("large")) {
        assertThat(Sha256.of(content)).isEqualTo(Sha256.of(large));
      }
    }
  }

  @Test
  void aBucketThatIsNotThereIsNamedAndNothingElse() {
    try (Storage storage = S3Service.open("no-such-bucket", "")) {
      assertThatThrownBy(() -> storage.put("a", "one", ServedAs.BINARY))
          .isInstanceOf(OperationRefused.class)
          .hasMessageContainingAll("s3://no-such-bucket/a", "NoSuchBucket")
          .message()
          .hasLineCount(1);
    }
  }

  @Test
  void aNameThatLeadsOutOfTheFolderIsRefused() {
    Storage storage = Storages.open(folder.resolve("kept").toString());
    assertThatThrownBy(() -> storage.put("../out", "x", ServedAs.BINARY))
        .isInstanceOf(OperationRefused.class);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void otherAddressesAreRefused() {
    for (String address : List.of("s3:/x", "s3://", "s3://A", "ftp://x/y", "")) {
      assertThatThrownBy(() -> Storages.open(address, Map.of()))
          .as(address)
          .isInstanceOf(OperationRefused.class);
    }
  }
}
