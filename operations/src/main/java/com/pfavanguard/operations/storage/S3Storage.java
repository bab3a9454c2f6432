package com.pfavanguard.operations.storage;

import com.pfavanguard.operations.OperationRefused;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/** One prefix of a bucket. An object of S3 is there as a whole or not at all. */
final class S3Storage implements Storage {
  /** Larger files go in parts of at least this many bytes, each tried again by itself. */
  static final long ONE_PUT = 64L << 20;

  private static final int DELETED_AT_ONCE = 1000;

  private final S3Client s3;
  private final String bucket;
  private final String prefix;
  private final long onePut;

  /**
   * @param prefix without a slash at its end; empty for the whole bucket
   */
  S3Storage(S3Client s3, String bucket, String prefix, long onePut) {
    this.s3 = s3;
    this.bucket = bucket;
    this.prefix = prefix.isEmpty() ? "" : prefix + "/";
    this.onePut = onePut;
  }

  @Override
  public void put(String key, Path file, ServedAs served) throws IOException {
    if (Files.size(file) > onePut) {
      S3Parts parts = new S3Parts(s3, bucket, prefix + key, onePut);
      asked(key, () -> parts.upload(file, served));
      return;
    }
    asked(
        key,
        () ->
            s3.putObject(
                r ->
                    r.bucket(bucket)
                        .key(prefix + key)
                        .contentType(served.contentType())
                        .cacheControl(served.cacheControl()),
                RequestBody.fromFile(file)));
  }

  @Override
  public InputStream open(String key) throws IOException {
    try {
      return s3.getObject(r -> r.bucket(bucket).key(prefix + key));
    } catch (NoSuchKeyException e) {
      throw (FileNotFoundException) new FileNotFoundException(address() + key).initCause(e);
    } catch (SdkException e) {
      throw refused(key, e);
    }
  }

  @Override
  public List<String> keys(String beginning) {
    return asked(
        beginning,
        () ->
            s3
                .listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix + beginning))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(key -> key.substring(prefix.length()))
                .sorted()
                .toList());
  }

  @Override
  public void delete(Collection<String> keys) {
    List<String> all = new ArrayList<>(keys);
    for (int from = 0; from < all.size(); from += DELETED_AT_ONCE) {
      deleteAtOnce(all.subList(from, Math.min(all.size(), from + DELETED_AT_ONCE)));
    }
  }

  private void deleteAtOnce(List<String> keys) {
    List<ObjectIdentifier> objects =
        keys.stream().map(key -> ObjectIdentifier.builder().key(prefix + key).build()).toList();
    var answer =
        asked(
            "",
            () ->
                s3.deleteObjects(
                    r -> r.bucket(bucket).delete(d -> d.objects(objects).quiet(true))));
    if (answer.hasErrors() && !answer.errors().isEmpty()) {
      throw new OperationRefused(
          "%s%s cannot be deleted: %s"
              .formatted(
                  address(), answer.errors().getFirst().key(), answer.errors().getFirst().code()));
    }
  }

  private <T> T asked(String key, Supplier<T> question) {
    try {
      return question.get();
    } catch (SdkException e) {
      throw refused(key, e);
    }
  }

  private OperationRefused refused(String key, SdkException reason) {
    String said =
        reason instanceof AwsServiceException answer && answer.awsErrorDetails() != null
            ? answer.awsErrorDetails().errorCode() + ", status " + answer.statusCode()
            : String.valueOf(reason.getMessage()).lines().findFirst().orElse("no reason given");
    return new OperationRefused("S3 refused %s%s: %s".formatted(address(), key, said), reason);
  }

  @Override
  public Workspace workspace() throws IOException {
    return Workspace.temporary();
  }

  @Override
  public String address() {
    return "s3://" + bucket + "/" + prefix;
  }

  @Override
  public void close() {
    s3.close();
  }
}
