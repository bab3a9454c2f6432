package com.pfavanguard.kernel.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes steps where traces are on; elsewhere {@link Step#UNTRACED}, and no span exists. */
public final class Traces {
  private final @Nullable Tracer tracer;

  private Traces(@Nullable Tracer tracer) {
    this.tracer = tracer;
  }

  public static Traces off() {
    return new Traces(null);
  }

  static Traces by(Tracer tracer) {
    return new Traces(tracer);
  }

  public boolean on() {
    return tracer != null;
  }

  /**
   * A request of somebody.
   *
   * @param traceparent what they say it belongs to
   */
  public Step request(String name, @Nullable String traceparent) {
    return tracer == null
        ? Step.UNTRACED
        : started(
            tracer.spanBuilder(name).setSpanKind(SpanKind.SERVER), Traceparent.parse(traceparent));
  }

  /** Work that was put off by another process; untraced when nobody traced its beginning. */
  public Step resumed(String name, Origin origin) {
    SpanContext parent = tracer == null ? SpanContext.getInvalid() : parsed(origin);
    if (tracer == null || !parent.isValid()) {
      return Step.UNTRACED;
    }
    SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(SpanKind.CONSUMER);
    origin.links().stream()
        .map(Traceparent::parse)
        .filter(SpanContext::isValid)
        .forEach(builder::addLink);
    return started(builder, parent);
  }

  /** A call of another system, within what this thread is at; untraced when that is nothing. */
  public Step call(String name) {
    return tracer == null || !Span.current().getSpanContext().isValid()
        ? Step.UNTRACED
        : new SpanStep(tracer.spanBuilder(name).setSpanKind(SpanKind.CLIENT).startSpan());
  }

  /** Where work that is put off now belongs. */
  public Origin current() {
    SpanContext span = tracer == null ? SpanContext.getInvalid() : Span.current().getSpanContext();
    return span.isSampled() ? new Origin(Traceparent.of(span), List.of()) : Origin.NONE;
  }

  private static SpanContext parsed(Origin origin) {
    return Traceparent.parse(origin.traceparent());
  }

  private static Step started(SpanBuilder builder, SpanContext parent) {
    return new SpanStep(builder.setParent(Context.root().with(Span.wrap(parent))).startSpan());
  }
}
