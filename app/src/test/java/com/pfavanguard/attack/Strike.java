package com.pfavanguard.attack;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Requests with one bad part and everything else as it should be, for ids that do not exist. */
record Strike(ApiClient client, Surface.Endpoint endpoint) {

  ApiAnswer query(String name, String value) {
    return send(address(Map.of(), Map.of(name, value)), body(Map.of()));
  }

  ApiAnswer path(String variable, String value) {
    return send(address(Map.of(variable, value), Map.of()), body(Map.of()));
  }

  ApiAnswer property(List<String> path, Object value) {
    return send(address(Map.of(), Map.of()), body(nested(path, value)));
  }

  /** Any body at all, as it is. */
  ApiAnswer raw(String body) {
    return send(address(Map.of(), Map.of()), body);
  }

  private ApiAnswer send(String address, String body) {
    return client.send(endpoint.method(), address, endpoint.takesBody() ? body : "");
  }

  private String address(Map<String, String> variables, Map<String, String> query) {
    String path = endpoint.path();
    for (String variable : endpoint.pathVariables()) {
      path =
          path.replace(
              "{" + variable + "}", encoded(variables.getOrDefault(variable, sample(variable))));
    }
    Map<String, String> all = new LinkedHashMap<>();
    if (endpoint.query().contains("organizationId")) {
      all.put("organizationId", "RIO");
    }
    all.putAll(query);
    return path
        + all.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String sample(String variable) {
    return variable.equals("pfaId") ? "NONE" : UUID.randomUUID().toString();
  }

  private String body(Map<String, ?> bad) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    if (endpoint.body().contains(List.of("organizationId"))) {
      all.put("organizationId", "RIO");
    }
    all.putAll(bad);
    return JsonMapper.shared().writeValueAsString(all);
  }

  private static Map<String, ?> nested(List<String> path, Object value) {
    Object inner = value;
    for (String step : path.reversed()) {
      inner =
          switch (step) {
            case "[]" -> List.of(inner);
            case "*" -> Map.of("description", inner);
            default -> Map.of(step, inner);
          };
    }
    return inner instanceof Map<?, ?> map ? cast(map) : Map.of();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> cast(Map<?, ?> map) {
    return (Map<String, ?>) map;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
