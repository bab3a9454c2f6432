package com.pfavanguard.kernel.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;

/** A span that is the current one of its thread until it is closed. */
final class SpanStep implements Step {
  private final Span span;
  private final Scope scope;

  // Closed with this step.
  @SuppressWarnings("MustBeClosedChecker")
  SpanStep(Span span) {
    this.span = span;
    this.scope = span.makeCurrent();
  }

  @Override
  public Step with(String name, String value) {
    span.setAttribute(name, value);
    return this;
  }

  @Override
  public Step named(String name) {
    span.updateName(name);
    return this;
  }

  @Override
  public Step failed() {
    span.setStatus(StatusCode.ERROR);
    return this;
  }

  @Override
  public void close() {
    scope.close();
    span.end();
  }
}
