package com.pfavanguard.kernel.trace;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text {@code 00-TRACE-SPAN-FLAGS} of W3C Trace Context. */
final class Traceparent {
  private static final Pattern FORM =
      Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

  private Traceparent() {}

  static String of(SpanContext span) {
    return "00-%s-%s-%s"
        .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex());
  }

  /** Not valid when the text is absent or not of that form: it comes from anybody. */
  static SpanContext parse(@Nullable String text) {
    Matcher parts = FORM.matcher(text == null ? "" : text);
    return parts.matches()
        ? SpanContext.createFromRemoteParent(
            parts.group(1),
            parts.group(2),
            TraceFlags.fromHex(parts.group(3), 0),
            TraceState.getDefault())
        : SpanContext.getInvalid();
  }
}
