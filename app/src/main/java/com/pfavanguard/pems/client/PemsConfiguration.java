package com.pfavanguard.pems.client;

import com.pfavanguard.pems.PemsConnection;
import com.pfavanguard.pems.PemsConnections;
import com.pfavanguard.pems.PemsGateway;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.pems.grid.GridReads;
import com.pfavanguard.pems.http.LocalRequestBudget;
import com.pfavanguard.pems.http.Meters;
import com.pfavanguard.pems.http.PemsHttp;
import com.pfavanguard.pems.http.RequestBudget;
import com.pfavanguard.pems.screen.ScreenRecords;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one connection of today's configuration, and the gateway over HTTP. */
@Configuration(proxyBeanMethods = false)
class PemsConfiguration {

  @Bean
  PemsConnections pemsConnections(ConnectionProperties properties) {
    PemsConnection only = properties.connection();
    return (connectionId, organization) -> {
      if (only == null || !only.id().equals(connectionId)) {
        throw new IllegalStateException(
            "No PEMS connection '" + connectionId + "' is configured; set PEMS_BASE_URL");
      }
      return new PemsTarget(only, organization);
    };
  }

  @Bean
  RequestBudget pemsRequestBudget() {
    return new LocalRequestBudget();
  }

  @Bean
  PemsHttp pemsHttp(RequestBudget budget, MeterRegistry registry, ConnectionProperties properties) {
    return new PemsHttp(budget, new Meters(registry), properties.connectTimeout());
  }

  @Bean
  PemsGateway pemsGateway(PemsHttp http, LayoutProperties layout) {
    JsonMapper json =
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    return new EamGateway(
        new ScreenRecords(http, json, layout.screen()), new GridReads(http, json, layout.grid()));
  }
}
