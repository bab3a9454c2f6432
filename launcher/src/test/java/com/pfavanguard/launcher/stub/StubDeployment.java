package com.pfavanguard.launcher.stub;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Answers as a healthy deployment does, unless a path has been broken. */
public final class StubDeployment implements Function<Request, Reply> {
  private static final Map<String, String> RATE_LIMIT =
      Map.of("X-RateLimit-Limit", "10", "X-RateLimit-Remaining", "9", "X-RateLimit-Reset", "1");

  private final Map<String, Reply> broken = new ConcurrentHashMap<>();
  private volatile int records;

  public void breaks(String path, Reply reply) {
    broken.put(path, reply);
  }

  public void mend() {
    broken.clear();
  }

  @Override
  public Reply apply(Request request) {
    Reply special = broken.get(request.path());
    if (special != null) {
      return special;
    }
    if (request.path().startsWith("/api/")
        && !request.path().equals("/api/auth/login")
        && !request.authenticated()) {
      return Reply.of(401, "{\"code\":\"unauthenticated\"}");
    }
    return answer(request);
  }

  private Reply answer(Request request) {
    return switch (request.path()) {
      case "/health" -> Reply.ok("{\"status\":\"healthy\",\"version\":\"stub\"}");
      case "/health/db" -> Reply.ok("{\"status\":\"healthy\",\"connections\":3}");
      case "/health/write-sync" ->
          Reply.ok("{\"worker\":{\"running\":true,\"instances\":1},\"queue\":{\"size\":0}}");
      case "/actuator/health/readiness" -> Reply.ok("{\"status\":\"UP\"}");
      case "/api/auth/login" -> Reply.ok("{\"token\":\"stub-token\"}");
      case "/api/pfa-data" ->
          new Reply(200, "{\"records\":[],\"totals\":{\"count\":" + records + "}}", RATE_LIMIT);
      case "/api/pems/sync-status" -> Reply.ok("{\"queueSize\":0}");
      case "/api/pems/queue-metrics" -> Reply.ok("{\"pending\":0,\"failed\":0}");
      case "/api/pems/write-sync" -> Reply.of(202, "{\"success\":true,\"message\":\"idle\"}");
      case "/api/pems/sync" -> readSync();
      case "/api/pems/sync/s1" -> Reply.ok("{\"status\":\"completed\",\"rowsRead\":7}");
      default -> Reply.of(404, "{}");
    };
  }

  private Reply readSync() {
    records = 7;
    return Reply.of(202, "{\"syncId\":\"s1\",\"status\":\"running\"}");
  }
}
