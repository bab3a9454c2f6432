package com.pfavanguard.trial.stage;

import com.pfavanguard.launcher.client.Answer;
import com.pfavanguard.launcher.client.VanguardApi;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.console.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The servers as one user reaches them: any of them, again and again, until one gives an answer
 * that counts. Not for several threads.
 */
public final class Door {
  private static final int FIRST_SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final List<VanguardApi> servers;
  private final RandomGenerator random;

  private Door(List<VanguardApi> servers, RandomGenerator random) {
    this.servers = servers;
    this.random = random;
  }

  /**
   * An answer, and whether an earlier try may have had its effect unseen: then a refusal may be the
   * echo of one's own success.
   */
  public record Settled(Answer answer, boolean repeated) {
    public int status() {
      return answer.status();
    }

    public JsonNode body() {
      return answer.body();
    }
  }

  private interface Try {
    Answer with(VanguardApi server) throws IOException, InterruptedException;
  }

  /** Signs in once; the session counts on every server. */
  public static Door signIn(
      List<String> addresses, String username, String password, RandomGenerator random)
      throws InterruptedException {
    Door anonymous = new Door(addresses.stream().map(VanguardApi::anonymous).toList(), random);
    JsonNode credentials = Json.object().put("username", username).put("password", password);
    Settled login = anonymous.post("/api/auth/login", credentials);
    String token = login.body().path("token").asString("");
    if (token.isEmpty()) {
      throw new Refusal(username + " cannot sign in: " + login.answer().problem());
    }
    return new Door(
        anonymous.servers.stream().map(server -> server.withToken(token)).toList(), random);
  }

  public Settled get(String path) throws InterruptedException {
    return settle(server -> server.get(path));
  }

  public Settled post(String path, JsonNode body) throws InterruptedException {
    return settle(server -> server.post(path, body));
  }

  private Settled settle(Try attempt) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean repeated = false;
    String last = "";
    while (System.nanoTime() < deadline) {
      try {
        Answer answer = attempt.with(servers.get(random.nextInt(servers.size())));
        if (answer.status() < FIRST_SERVER_ERROR && answer.status() != TOO_MANY_REQUESTS) {
          return new Settled(answer, repeated);
        }
        last = answer.problem();
      } catch (IOException e) {
        last = e.toString();
      }
      repeated = true;
      Thread.sleep(PAUSE);
    }
    throw new Refusal("no server has answered for three minutes: " + last);
  }
}
