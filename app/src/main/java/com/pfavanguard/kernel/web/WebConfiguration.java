package com.pfavanguard.kernel.web;

import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Strict request bodies, and ids with any character in a path. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  /** A misspelt property is refused instead of being ignored; only for bodies of our own API. */
  @Bean
  ServerHttpMessageConvertersCustomizer strictBodies(JsonMapper mapper) {
    JsonMapper strict =
        mapper.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
  }

  /** pfaIds are opaque and percent-encoded in paths, so %2F is part of an id. */
  @Bean
  TomcatConnectorCustomizer encodedSlashes() {
    return connector -> {
      connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
      connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
    };
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheContainer() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ContainerProblems.class.getName());
              }
            });
  }
}
