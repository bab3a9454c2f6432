package com.pfavanguard.attack;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint of the API and everything that it takes from a request, found in the server
 * itself.
 */
final class Surface {
  /**
   * @param query names of parameters
   * @param body paths of properties, such as changes[].fields; empty when there is no body
   */
  record Endpoint(String method, String path, List<String> query, List<List<String>> body) {
    List<String> pathVariables() {
      return Stream.of(path.split("[{}]")).filter(part -> part.matches("\\w+")).toList();
    }

    boolean takesBody() {
      return !body.isEmpty();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private Surface() {}

  static List<Endpoint> of(RequestMappingHandlerMapping mappings) {
    List<Endpoint> all = new ArrayList<>();
    mappings.getHandlerMethods().forEach((info, method) -> all.addAll(endpoints(info, method)));
    all.sort(Comparator.comparing(Endpoint::toString));
    return all;
  }

  private static List<Endpoint> endpoints(RequestMappingInfo info, HandlerMethod handler) {
    List<String> query = new ArrayList<>();
    List<List<String>> body = new ArrayList<>();
    for (MethodParameter parameter : handler.getMethodParameters()) {
      parameter.initParameterNameDiscovery(
          new org.springframework.core.DefaultParameterNameDiscoverer());
      if (parameter.hasParameterAnnotation(RequestParam.class)) {
        query.add(Objects.requireNonNull(parameter.getParameterName()));
      } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
        properties(parameter.getGenericParameterType(), List.of(), body);
      }
    }
    return Objects.requireNonNull(info.getPathPatternsCondition()).getPatternValues().stream()
        .filter(path -> path.startsWith("/api/") && !path.startsWith("/api/probe"))
        .flatMap(
            path ->
                info.getMethodsCondition().getMethods().stream()
                    .map(method -> new Endpoint(method.name(), path, withRaw(path, query), body)))
        .toList();
  }

  /** The one parameter that is read from the request as it came. */
  private static List<String> withRaw(String path, List<String> query) {
    return path.equals("/api/pfa-data") && !query.isEmpty()
        ? Stream.concat(query.stream(), Stream.of("filter")).toList()
        : query;
  }

  /** "[]" stands for the elements of a list, "*" for any name of a map. */
  private static void properties(Type type, List<String> path, List<List<String>> found) {
    if (type instanceof Class<?> record && record.isRecord()) {
      for (RecordComponent component : record.getRecordComponents()) {
        if (!component.isAnnotationPresent(JsonIgnore.class)) {
          properties(component.getGenericType(), with(path, component.getName()), found);
        }
      }
    } else if (type instanceof ParameterizedType generic) {
      boolean map = generic.getRawType() == Map.class;
      found.add(path);
      properties(
          generic.getActualTypeArguments()[map ? 1 : 0], with(path, map ? "*" : "[]"), found);
    } else {
      found.add(path);
    }
  }

  private static List<String> with(List<String> path, String step) {
    return Stream.concat(path.stream(), Stream.of(step)).toList();
  }
}
