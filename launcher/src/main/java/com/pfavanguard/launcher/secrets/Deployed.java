package com.pfavanguard.launcher.secrets;

import com.pfavanguard.secrets.EnvironmentSecrets;
import com.pfavanguard.secrets.MountedSecrets;
import com.pfavanguard.secrets.SecretChain;
import com.pfavanguard.secrets.SecretName;
import com.pfavanguard.secrets.SecretSource;
import com.pfavanguard.secrets.aws.AwsOptions;
import com.pfavanguard.secrets.aws.AwsSecrets;
import com.pfavanguard.secrets.check.DatabaseLogin;
import com.pfavanguard.secrets.check.HttpLogin;
import com.pfavanguard.secrets.check.RedisLogin;
import com.pfavanguard.secrets.check.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The credentials of staging or production, found as the product itself finds them: AWS Secrets
 * Manager, mounted files, then variables. Each variable carries the environment's name at its end,
 * so that one is never tried for the other.
 */
public final class Deployed {
  private static final String GEMINI = "https://generativelanguage.googleapis.com";

  private static final Map<SecretName, String> VARIABLES =
      Map.of(
          SecretName.DATABASE_OPERATOR,
          "DATABASE_URL",
          SecretName.DATABASE_APP,
          "DATABASE_URL_APP",
          SecretName.DATABASE_WORKER,
          "DATABASE_URL_WORKER",
          SecretName.DATABASE_MIGRATION,
          "DATABASE_URL_MIGRATION",
          SecretName.REDIS,
          "REDIS_URL",
          SecretName.GEMINI,
          "GEMINI_API_KEY",
          SecretName.pemsPassword("default"),
          "VANGUARD_PEMS_PASSWORD",
          SecretName.pemsApiKey("default"),
          "VANGUARD_PEMS_API_KEY");

  private final String environment;
  private final Map<String, String> variables;
  private final AwsOptions aws;
  private final SecretSource secrets;

  /**
   * @param environment such as {@code production}
   */
  public Deployed(String environment, Map<String, String> variables) {
    this.environment = environment.toUpperCase(Locale.ROOT);
    this.variables = variables;
    this.aws =
        new AwsOptions(
            variable("VANGUARD_SECRETS_AWS_PREFIX"),
            variable("VANGUARD_SECRETS_AWS_REGION"),
            variable("VANGUARD_SECRETS_AWS_ENDPOINT"));
    this.secrets = chain();
  }

  private SecretChain chain() {
    List<SecretSource> sources = new ArrayList<>();
    if (aws.used()) {
      sources.add(new AwsSecrets(aws));
    }
    String folder = variable("VANGUARD_SECRETS_DIR");
    if (!folder.isEmpty()) {
      sources.add(new MountedSecrets(Path.of(folder)));
    }
    sources.add(
        new EnvironmentSecrets(
            name -> VARIABLES.containsKey(name) ? variable(VARIABLES.get(name)) : null));
    return new SecretChain(sources);
  }

  List<Credential> credentials() {
    String gemini = variable("VANGUARD_GEMINI_BASE_URL");
    return List.of(
        database(SecretName.DATABASE_OPERATOR),
        database(SecretName.DATABASE_APP),
        database(SecretName.DATABASE_WORKER),
        database(SecretName.DATABASE_MIGRATION),
        credential(SecretName.REDIS, RedisLogin::check),
        credential(SecretName.pemsPassword("default"), password -> pems(password, "")),
        credential(SecretName.pemsApiKey("default"), key -> pems("", key)),
        credential(
            SecretName.GEMINI, key -> HttpLogin.gemini(gemini.isEmpty() ? GEMINI : gemini, key)));
  }

  private Credential database(SecretName name) {
    return credential(name, DatabaseLogin::check);
  }

  private Credential credential(
      SecretName name, java.util.function.Function<String, Verdict> check) {
    return new Credential(name.text(), () -> secrets.read(name), check);
  }

  private Verdict pems(String password, String apiKey) {
    String url = variable("PEMS_BASE_URL");
    if (url.isEmpty()) {
      return Verdict.unreachable("set PEMS_BASE_URL_" + environment);
    }
    return HttpLogin.pems(
        new HttpLogin.PemsAccount(
            url.replaceAll("/+$", ""),
            variable("VANGUARD_PEMS_TENANT"),
            variable("VANGUARD_PEMS_USERNAME"),
            password,
            apiKey));
  }

  private String variable(String name) {
    return variables.getOrDefault(name + "_" + environment, "").strip();
  }
}
