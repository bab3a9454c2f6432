package com.pfavanguard.kernel.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;

/**
 * Sends spans to the collector in the background: at most 2,048 wait, more are dropped, so that a
 * collector that is slow or away costs memory of that size and nothing else.
 */
final class Collector implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SdkTracerProvider provider;

  /**
   * @param service how this process is called among others
   */
  Collector(TraceProperties properties, String service, String version) {
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(properties.endpoint())
            .setTimeout(PATIENCE)
            .build();
    this.provider =
        SdkTracerProvider.builder()
            .setResource(
                Resource.create(
                    Attributes.of(
                        AttributeKey.stringKey("service.name"), service,
                        AttributeKey.stringKey("service.version"), version)))
            // By the trace's id: every process decides the same, whatever the caller asks for.
            .setSampler(Sampler.traceIdRatioBased(properties.share()))
            .addSpanProcessor(BatchSpanProcessor.builder(exporter).setScheduleDelay(PAUSE).build())
            .build();
  }

  Traces traces() {
    return Traces.by(provider.get("com.pfavanguard"));
  }

  @Override
  public void close() {
    provider.close();
  }
}
