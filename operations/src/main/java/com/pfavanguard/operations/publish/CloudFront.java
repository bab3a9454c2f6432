package com.pfavanguard.operations.publish;

import com.pfavanguard.operations.OperationRefused;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Amazon CloudFront's CreateInvalidation (API of 2020-05-31), signed by hand as the SDK's own
 * client is not published at the version of its siblings.
 */
public final class CloudFront implements Cdn {
  private static final Pattern ID = Pattern.compile("<Id>([^<]+)</Id>");
  private static final Pattern CODE = Pattern.compile("<Code>([^<]+)</Code>");

  private final URI endpoint;
  private final String distribution;
  private final AwsCredentialsProvider credentials;

  CloudFront(URI endpoint, String distribution, AwsCredentialsProvider credentials) {
    this.endpoint = endpoint;
    this.distribution = distribution;
    this.credentials = credentials;
  }

  /**
   * @param environment {@code AWS_ENDPOINT_URL_CLOUDFRONT} names another service
   */
  public static CloudFront of(String distribution, Map<String, String> environment) {
    String endpoint =
        environment.getOrDefault("AWS_ENDPOINT_URL_CLOUDFRONT", "https://cloudfront.amazonaws.com");
    return new CloudFront(
        URI.create(endpoint), distribution, DefaultCredentialsProvider.builder().build());
  }

  @Override
  public String invalidateAll(String reference) throws IOException {
    String body =
        """
        <InvalidationBatch xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><CallerReference>%s\
        </CallerReference><Paths><Quantity>1</Quantity><Items><Path>/*</Path></Items></Paths></InvalidationBatch>"""
            .formatted(reference);
    try (SdkHttpClient http = UrlConnectionHttpClient.create()) {
      HttpExecuteResponse answer = http.prepareRequest(signed(body)).call();
      String said = text(answer);
      Matcher id = ID.matcher(said);
      if (answer.httpResponse().statusCode() != 201 || !id.find()) {
        throw refused(answer.httpResponse().statusCode(), said);
      }
      return id.group(1);
    } catch (SdkClientException e) {
      throw new OperationRefused("CloudFront cannot be asked: " + e.getMessage(), e);
    }
  }

  private HttpExecuteRequest signed(String body) {
    ContentStreamProvider payload = ContentStreamProvider.fromUtf8String(body);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint)
            .encodedPath("/2020-05-31/distribution/" + distribution + "/invalidation")
            .putHeader("Content-Type", "application/xml")
            .putHeader(
                "Content-Length", Integer.toString(body.getBytes(StandardCharsets.UTF_8).length))
            .build();
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                s ->
                    s.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(payload)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "cloudfront")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"));
    return HttpExecuteRequest.builder()
        .request(signed.request())
        .contentStreamProvider(signed.payload().orElse(payload))
        .build();
  }

  private static String text(HttpExecuteResponse answer) throws IOException {
    if (answer.responseBody().isEmpty()) {
      return "";
    }
    try (InputStream content = answer.responseBody().get()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private OperationRefused refused(int status, String said) {
    Matcher code = CODE.matcher(said);
    return new OperationRefused(
        "CloudFront refused the invalidation of %s: %s, status %d"
            .formatted(distribution, code.find() ? code.group(1) : "no reason given", status));
  }
}
