package com.pfavanguard.ops.metrics;

import com.pfavanguard.kernel.Role;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the API stands at zero for success and failure from the start. A series that first
 * appears with its first error has no increase: that error would not be counted by any alert.
 */
@Component
@Role.Server
class RequestsAtZero {
  private static final List<Integer> STATUSES = List.of(200, 500);

  private final RequestMappingHandlerMapping routes;
  private final RequestNames names;
  private final MeterRegistry registry;

  RequestsAtZero(
      RequestMappingHandlerMapping requestMappingHandlerMapping,
      RequestNames names,
      MeterRegistry registry) {
    this.routes = requestMappingHandlerMapping;
    this.names = names;
    this.registry = registry;
  }

  @EventListener(ApplicationReadyEvent.class)
  void register() {
    routes.getHandlerMethods().keySet().forEach(this::register);
  }

  private void register(RequestMappingInfo mapping) {
    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
    for (String route : mapping.getPatternValues()) {
      for (RequestMethod method : methods) {
        STATUSES.forEach(status -> register(names.labels(route, method.name(), status)));
      }
    }
  }

  private void register(KeyValues labels) {
    Timer.builder(RequestNames.METRIC)
        .tags(labels.stream().map(label -> Tag.of(label.getKey(), label.getValue())).toList())
        .register(registry);
  }
}
