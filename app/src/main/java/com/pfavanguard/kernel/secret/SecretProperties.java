package com.pfavanguard.kernel.secret;

import com.pfavanguard.secrets.aws.AwsOptions;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where secrets are looked for before the configuration.
 *
 * @param dir one file per secret
 */
@ConfigurationProperties("vanguard.secrets")
record SecretProperties(@DefaultValue("/run/secrets") Path dir, @DefaultValue AwsProperties aws) {

  /** As {@link AwsOptions}. */
  record AwsProperties(
      @DefaultValue("") String prefix,
      @DefaultValue("") String region,
      @DefaultValue("") String endpoint) {
    AwsOptions options() {
      return new AwsOptions(prefix, region, endpoint);
    }
  }
}
