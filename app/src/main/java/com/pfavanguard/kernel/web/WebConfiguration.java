package com.pfavanguard.kernel.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Strict request bodies, and ids with any character in a path. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  /**
   * A misspelt property is refused instead of being ignored, and so is one said twice: what checked
   * the first may not have seen the second. A text that cannot be kept, nothing within a list and
   * "" for anything but a text are no values. Only for bodies of our own API.
   */
  @Bean
  ServerHttpMessageConvertersCustomizer strictBodies(JsonMapper mapper) {
    JsonMapper strict =
        mapper
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .addModule(new SimpleModule().addDeserializer(String.class, new StrictText()))
            .withConfigOverride(
                List.class,
                list -> list.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
            .withCoercionConfigDefaults(
                config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .build();
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

  /** Where this server ends TLS itself: no older version, whatever the JDK would still speak. */
  @Bean
  TomcatConnectorCustomizer currentTls() {
    return connector -> {
      for (SSLHostConfig host : connector.findSslHostConfigs()) {
        host.setProtocols("TLSv1.3+TLSv1.2");
      }
    };
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> endOfPatience(
      @Value("${vanguard.access.slowest-request}") Duration patience) {
    return factory -> {
      factory.setProtocol(PatientHttp.class.getName());
      factory.addConnectorCustomizers(
          connector -> {
            if (connector.getProtocolHandler() instanceof PatientHttp http) {
              http.setPatience(patience);
            }
          });
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
