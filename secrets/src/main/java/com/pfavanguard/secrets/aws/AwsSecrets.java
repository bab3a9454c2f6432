package com.pfavanguard.secrets.aws;

import com.pfavanguard.secrets.SecretName;
import com.pfavanguard.secrets.SecretSource;
import com.pfavanguard.secrets.SecretUnavailable;
import com.pfavanguard.secrets.SecretValue;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Asks GetSecretValue, as whoever this machine is in AWS. */
public final class AwsSecrets implements SecretSource {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int SERVER_ERROR = 500;

  private final AwsOptions options;
  private @Nullable SecretsManagerClient client;

  public AwsSecrets(AwsOptions options) {
    this.options = options;
  }

  @Override
  public Optional<SecretValue> read(SecretName name) {
    String id = options.prefix() + name;
    try {
      String stored = client().getSecretValue(request -> request.secretId(id)).secretString();
      return stored == null ? Optional.empty() : Optional.of(SecretValue.parse(stored, "aws"));
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    } catch (AwsServiceException e) {
      throw new SecretUnavailable(
          "AWS Secrets Manager does not give %s: %d %s"
              .formatted(id, e.statusCode(), e.awsErrorDetails().errorCode()),
          e.statusCode() < SERVER_ERROR);
    } catch (SdkException e) {
      throw new SecretUnavailable(
          "AWS Secrets Manager cannot be asked for " + id + ": " + e.getMessage(), false);
    }
  }

  private synchronized SecretsManagerClient client() {
    if (client == null) {
      client = open();
    }
    return client;
  }

  private SecretsManagerClient open() {
    SecretsManagerClientBuilder builder =
        SecretsManagerClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(
                override ->
                    override.apiCallTimeout(PATIENCE).apiCallAttemptTimeout(PATIENCE.dividedBy(2)));
    if (!options.region().isBlank()) {
      builder.region(Region.of(options.region()));
    }
    if (!options.endpoint().isBlank()) {
      builder.endpointOverride(URI.create(options.endpoint()));
    }
    return builder.build();
  }
}
