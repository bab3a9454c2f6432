package com.pfavanguard.simulator.http;

import java.io.OutputStream;
import java.util.function.UnaryOperator;

/** Changes how a body's bytes leave: truncated, dripped, or as they are. */
@FunctionalInterface
public interface BodyShape extends UnaryOperator<OutputStream> {
  /** Both, this one nearer to the writer. */
  default BodyShape then(BodyShape next) {
    return out -> apply(next.apply(out));
  }
}
