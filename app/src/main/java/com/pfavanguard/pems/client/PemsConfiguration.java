package com.pfavanguard.pems.client;

import com.pfavanguard.kernel.cost.CostMeters;
import com.pfavanguard.kernel.secret.LiveSecrets;
import com.pfavanguard.kernel.trace.Traces;
import com.pfavanguard.pems.PemsConnections;
import com.pfavanguard.pems.PemsGateway;
import com.pfavanguard.pems.PemsResult;
import com.pfavanguard.pems.PemsSchemas;
import com.pfavanguard.pems.budget.ConnectionWatch;
import com.pfavanguard.pems.budget.Probe;
import com.pfavanguard.pems.budget.SharedBudget;
import com.pfavanguard.pems.budget.SharedWriteCircuit;
import com.pfavanguard.pems.grid.GridReads;
import com.pfavanguard.pems.http.Meters;
import com.pfavanguard.pems.http.PemsHttp;
import com.pfavanguard.pems.screen.ScreenRecords;
import com.pfavanguard.pems.stored.OpenedConnections;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The configured connections, and the gateway over HTTP. */
@Configuration(proxyBeanMethods = false)
class PemsConfiguration {

  @Bean
  PemsConnections pemsConnections(
      ConnectionProperties main,
      Environment environment,
      LiveSecrets secrets,
      OpenedConnections stored) {
    Map<String, ConnectionProperties> further =
        Binder.get(environment)
            .bind(
                "vanguard.pems.connections",
                Bindable.mapOf(String.class, ConnectionProperties.class))
            .orElse(Map.of());
    return new KnownConnections(new ConfiguredConnections(main, further, secrets), stored);
  }

  @Bean
  PemsHttp.CallListener callListener(ConnectionWatch watch, CostMeters costs) {
    return (connection, result, single, nanos) -> {
      watch.learn(connection, result, single, nanos);
      costs.pemsRequest(result instanceof PemsResult.Success<?>);
    };
  }

  @Bean
  PemsHttp pemsHttp(
      SharedBudget budget,
      PemsHttp.CallListener listener,
      MeterRegistry registry,
      PemsConnections connections,
      Traces traces,
      ConnectionProperties properties) {
    return new PemsHttp(
        budget,
        listener,
        new Meters(registry),
        connections::renewed,
        traces,
        properties.connectTimeout());
  }

  @Bean
  Probe pemsProbe(PemsHttp http) {
    return http::probe;
  }

  @Bean
  PemsGateway pemsGateway(PemsHttp http, LayoutProperties layout, SharedWriteCircuit writes) {
    JsonMapper json =
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    PemsGateway gateway =
        new EamGateway(
            new ScreenRecords(http, json, layout.screen()),
            new GridReads(http, json, layout.grid()));
    return new GuardedGateway(gateway, writes);
  }

  @Bean
  PemsSchemas pemsSchemas(PemsHttp http, LayoutProperties layout) {
    return new GridReads(http, new JsonMapper(), layout.grid())::schema;
  }
}
