package com.pfavanguard.secrets.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks a service for something harmless that only those with a good credential get. */
public final class HttpLogin {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<Integer> NOT_LET_IN = Set.of(401, 403);

  /** Gemini answers a bad key so. */
  private static final int BAD_REQUEST = 400;

  private HttpLogin() {}

  /**
   * Who we are at PEMS.
   *
   * @param baseUrl the REST base
   * @param apiKey instead of user and password; null or empty: these
   */
  public record PemsAccount(
      String baseUrl, String tenant, String username, String password, @Nullable String apiKey) {
    @Override
    public String toString() {
      return "PemsAccount[" + username + " at " + baseUrl + "]";
    }
  }

  /** Asks PEMS for the list of organizations. */
  public static Verdict pems(PemsAccount account) {
    return tried(
        account.baseUrl() + "/organization",
        Set.of(),
        request -> {
          request.header("tenant", account.tenant());
          String key = account.apiKey();
          if (key == null || key.isEmpty()) {
            request.header("Authorization", basic(account.username(), account.password()));
          } else {
            request.header("X-API-Key", key);
          }
        });
  }

  /** Asks Gemini for its models. */
  public static Verdict gemini(String baseUrl, String apiKey) {
    return tried(
        baseUrl + "/v1beta/models?pageSize=1",
        Set.of(BAD_REQUEST),
        request -> request.header("x-goog-api-key", apiKey));
  }

  private interface Signature {
    void sign(HttpRequest.Builder request);
  }

  private static Verdict tried(String url, Set<Integer> alsoInvalid, Signature signature) {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url))
              .timeout(PATIENCE)
              .header("Accept", "application/json");
      signature.sign(request);
      int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status == 200) {
        return Verdict.valid();
      }
      String detail = "answers " + status;
      return NOT_LET_IN.contains(status) || alsoInvalid.contains(status)
          ? Verdict.invalid(detail)
          : Verdict.unreachable(detail);
    } catch (IllegalArgumentException e) {
      // The message would repeat the header, and with it the secret.
      return Verdict.invalid("the address or the credential has characters that cannot be sent");
    } catch (IOException e) {
      return Verdict.unreachable(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Verdict.unreachable("interrupted");
    }
  }

  private static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }
}
