package com.pfavanguard.operations.storage;

import com.pfavanguard.operations.OperationRefused;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Opens storage by its address. Credentials come from where AWS's own tools take them (environment,
 * profile, instance role); {@code AWS_ENDPOINT_URL_S3} names another service that speaks S3.
 */
public final class Storages {
  private static final Pattern S3 = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{2,62})(?:/(.*))?");

  private Storages() {}

  /**
   * @param address {@code s3://bucket/prefix}, or a folder
   */
  public static Storage open(String address) {
    return open(address, System.getenv());
  }

  /** The same with an environment of the caller's. */
  public static Storage open(String address, Map<String, String> environment) {
    if (!address.startsWith("s3:")) {
      return folder(address);
    }
    Matcher parts = S3.matcher(address);
    if (!parts.matches()) {
      throw new OperationRefused(address + " is no address of storage: s3://bucket/prefix");
    }
    String prefix = parts.group(2) == null ? "" : parts.group(2).replaceAll("/+$", "");
    return new S3Storage(client(environment), parts.group(1), prefix, S3Storage.ONE_PUT);
  }

  private static Storage folder(String address) {
    if (address.contains("://") || address.isBlank()) {
      throw new OperationRefused(address + " is neither a folder nor s3://bucket/prefix");
    }
    return new FolderStorage(Path.of(address));
  }

  private static S3Client client(Map<String, String> environment) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(region(environment))
            .httpClientBuilder(UrlConnectionHttpClient.builder());
    String endpoint = environment.getOrDefault("AWS_ENDPOINT_URL_S3", "");
    if (!endpoint.isBlank()) {
      // Other services seldom have a host name per bucket.
      builder.endpointOverride(URI.create(endpoint)).forcePathStyle(true);
    }
    return builder.build();
  }

  private static Region region(Map<String, String> environment) {
    String named = environment.get("AWS_REGION");
    if (named != null && !named.isBlank()) {
      return Region.of(named);
    }
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion();
    } catch (software.amazon.awssdk.core.exception.SdkClientException e) {
      throw new OperationRefused("set AWS_REGION, which tells where the bucket is", e);
    }
  }
}
