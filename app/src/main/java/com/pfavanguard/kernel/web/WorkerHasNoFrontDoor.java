package com.pfavanguard.kernel.web;

import com.pfavanguard.kernel.Role;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/** A worker answers on its management port only; the product's own port belongs to servers. */
@Component
@Role.Worker
class WorkerHasNoFrontDoor
    implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {
  private static final int NONE = -1;

  @Override
  public void customize(ConfigurableServletWebServerFactory factory) {
    factory.setPort(NONE);
  }
}
