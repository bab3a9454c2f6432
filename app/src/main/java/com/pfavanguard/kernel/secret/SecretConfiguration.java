package com.pfavanguard.kernel.secret;

import com.pfavanguard.secrets.EnvironmentSecrets;
import com.pfavanguard.secrets.MountedSecrets;
import com.pfavanguard.secrets.SecretChain;
import com.pfavanguard.secrets.SecretName;
import com.pfavanguard.secrets.SecretSource;
import com.pfavanguard.secrets.aws.AwsSecrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** AWS Secrets Manager where it is used, then mounted files, then the configuration. */
@Configuration(proxyBeanMethods = false)
class SecretConfiguration {
  private static final Map<SecretName, String> SETTINGS =
      Map.of(
          SecretName.DATABASE_APP,
          "vanguard.database.url",
          SecretName.DATABASE_WORKER,
          "vanguard.database.url",
          SecretName.DATABASE_MIGRATION,
          "vanguard.database.migration-url",
          SecretName.REDIS,
          "vanguard.redis.url",
          SecretName.GEMINI,
          "vanguard.gemini.api-key",
          SecretName.CREDENTIAL_KEY,
          "vanguard.pems.credential-key",
          SecretName.pemsPassword("default"),
          "vanguard.pems.password",
          SecretName.pemsApiKey("default"),
          "vanguard.pems.api-key");

  @Bean
  SecretSource secretSource(SecretProperties properties, Environment environment) {
    List<SecretSource> sources = new ArrayList<>();
    if (properties.aws().options().used()) {
      sources.add(new AwsSecrets(properties.aws().options()));
    }
    sources.add(new MountedSecrets(properties.dir()));
    sources.add(
        new EnvironmentSecrets(
            name -> {
              String setting = SETTINGS.get(name);
              return setting == null ? null : environment.getProperty(setting);
            }));
    return new SecretChain(sources);
  }
}
