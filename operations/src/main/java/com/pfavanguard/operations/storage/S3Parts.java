package com.pfavanguard.operations.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Uploads one large file in parts, each tried again by itself; memory does not grow with it. */
final class S3Parts {
  /** S3 takes so many parts at most. */
  private static final long MOST = 10_000;

  private final S3Client s3;
  private final String bucket;
  private final String key;
  private final long smallest;

  /**
   * @param smallest bytes of a part
   */
  S3Parts(S3Client s3, String bucket, String key, long smallest) {
    this.s3 = s3;
    this.bucket = bucket;
    this.key = key;
    this.smallest = smallest;
  }

  /** Returns the name that S3 gave to the upload. */
  String upload(Path file, ServedAs served) {
    String id =
        s3.createMultipartUpload(
                r ->
                    r.bucket(bucket)
                        .key(key)
                        .contentType(served.contentType())
                        .cacheControl(served.cacheControl()))
            .uploadId();
    boolean complete = false;
    try {
      List<CompletedPart> parts = parts(file, id);
      s3.completeMultipartUpload(
          r -> r.bucket(bucket).key(key).uploadId(id).multipartUpload(m -> m.parts(parts)));
      complete = true;
    } finally {
      if (!complete) {
        s3.abortMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(id));
      }
    }
    return id;
  }

  private List<CompletedPart> parts(Path file, String id) {
    long size = size(file);
    long length = Math.max(smallest, size / MOST + 1);
    List<CompletedPart> parts = new ArrayList<>();
    for (long from = 0; from < size; from += length) {
      int number = parts.size() + 1;
      long here = Math.min(length, size - from);
      long start = from;
      var answer =
          s3.uploadPart(
              r -> r.bucket(bucket).key(key).uploadId(id).partNumber(number).contentLength(here),
              RequestBody.fromContentProvider(
                  () -> FileRange.open(file, start, here), here, "application/octet-stream"));
      parts.add(CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build());
    }
    return parts;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
