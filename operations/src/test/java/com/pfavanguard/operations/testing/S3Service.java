package com.pfavanguard.operations.testing;

import com.adobe.testing.s3mock.S3MockApplication;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.operations.storage.Storages;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Storage that speaks S3 on this machine, one for the whole test run. */
public final class S3Service {
  private static final S3MockApplication SERVICE = start();
  private static final S3Client CLIENT =
      S3Client.builder()
          .endpointOverride(URI.create(endpoint()))
          .forcePathStyle(true)
          .region(Region.EU_CENTRAL_1)
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
          .build();

  private S3Service() {}

  private static S3MockApplication start() {
    // Where the default chain of credentials looks first.
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    return S3MockApplication.start(
        "--server.port=0",
        "--http.port=0",
        "--spring.main.banner-mode=off",
        "--logging.level.root=ERROR");
  }

  private static String endpoint() {
    return "http://127.0.0.1:" + SERVICE.getHttpPort();
  }

  /** To look at what was kept, beside the product's own eyes. */
  public static S3Client client() {
    return CLIENT;
  }

  public static String newBucket() {
    String bucket = "b" + UUID.randomUUID();
    CLIENT.createBucket(r -> r.bucket(bucket));
    return bucket;
  }

  public static Storage open(String bucket, String prefix) {
    return Storages.open(
        "s3://" + bucket + "/" + prefix,
        Map.of("AWS_ENDPOINT_URL_S3", endpoint(), "AWS_REGION", "eu-central-1"));
  }
}
