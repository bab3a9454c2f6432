package com.pfavanguard.credential.check;

import com.pfavanguard.kernel.secret.LiveSecrets;
import com.pfavanguard.pems.ConnectionRegister;
import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.PemsConnections;
import com.pfavanguard.pems.StoredConnection;
import com.pfavanguard.secrets.SecretName;
import com.pfavanguard.secrets.SecretUnavailable;
import com.pfavanguard.secrets.SecretValue;
import com.pfavanguard.secrets.check.DatabaseLogin;
import com.pfavanguard.secrets.check.HttpLogin;
import com.pfavanguard.secrets.check.RedisLogin;
import com.pfavanguard.secrets.check.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Every credential that this process uses. */
@Component
class OwnCredentials {
  private final LiveSecrets secrets;
  private final PemsConnections connections;
  private final ConnectionRegister register;
  private final String role;
  private final String geminiBase;
  private final Clock clock;

  OwnCredentials(
      LiveSecrets secrets,
      PemsConnections connections,
      ConnectionRegister register,
      @Value("${vanguard.role}") String role,
      @Value("${vanguard.gemini.base-url}") String geminiBase,
      Clock clock) {
    this.secrets = secrets;
    this.connections = connections;
    this.register = register;
    this.role = role;
    this.geminiBase = geminiBase;
    this.clock = clock;
  }

  /** The same labels at every call, and one per PEMS connection. */
  List<TriedCredential> all() {
    SecretName database =
        role.equals("worker") ? SecretName.DATABASE_WORKER : SecretName.DATABASE_APP;
    List<TriedCredential> all = new ArrayList<>();
    all.add(secret("database", database, DatabaseLogin::check));
    all.add(secret("database_migration", SecretName.DATABASE_MIGRATION, DatabaseLogin::check));
    all.add(secret("redis", SecretName.REDIS, RedisLogin::check));
    all.add(secret("gemini", SecretName.GEMINI, key -> HttpLogin.gemini(geminiBase, key)));
    List<PemsConnection> pems = List.copyOf(connections.all());
    pems.forEach(c -> all.add(new TriedCredential(label(c.id()), () -> signIn(c))));
    if (pems.stream().noneMatch(connection -> connection.id().equals("default"))) {
      all.add(new TriedCredential(label("default"), Verdict::notConfigured));
    }
    return all;
  }

  private static String label(String connection) {
    return connection.equals("default") ? "pems" : "pems_" + connection.replace('-', '_');
  }

  private TriedCredential secret(String label, SecretName name, Function<String, Verdict> check) {
    return new TriedCredential(
        label,
        () -> {
          try {
            Verdict verdict = tried(name, check);
            // One that was changed a moment ago is not a bad one.
            return verdict.status() == Verdict.Status.invalid
                    && secrets.renewed(name, secrets.text(name))
                ? tried(name, check)
                : verdict;
          } catch (SecretUnavailable e) {
            return Verdict.unreachable(String.valueOf(e.getMessage()));
          }
        });
  }

  private Verdict tried(SecretName name, Function<String, Verdict> check) {
    return secrets
        .find(name)
        .map(value -> check.apply(value.text()).until(value.expiresAt(), clock.instant()))
        .orElseGet(Verdict::notConfigured);
  }

  private Verdict signIn(PemsConnection connection) {
    Verdict verdict = signInOnce(connection);
    return verdict.status() == Verdict.Status.invalid
        ? connections.renewed(connection).map(this::signInOnce).orElse(verdict)
        : verdict;
  }

  private Verdict signInOnce(PemsConnection connection) {
    PemsConnection.Credentials credentials = connection.credentials();
    return HttpLogin.pems(
            new HttpLogin.PemsAccount(
                connection.baseUrl().toString(),
                connection.tenant(),
                credentials.username(),
                credentials.password(),
                credentials.apiKey()))
        .until(end(connection), clock.instant());
  }

  private @Nullable Instant end(PemsConnection connection) {
    SecretName name =
        connection.credentials().apiKey() == null
            ? SecretName.pemsPassword(connection.id())
            : SecretName.pemsApiKey(connection.id());
    return secrets
        .find(name)
        .map(SecretValue::expiresAt)
        .or(() -> register.find(connection.id()).map(StoredConnection::secretEndsAt))
        .orElse(null);
  }
}
