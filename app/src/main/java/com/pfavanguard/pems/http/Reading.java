package com.pfavanguard.pems.http;

import com.pfavanguard.pems.PemsResult;
import com.pfavanguard.pems.value.BadValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/**
 * An answer's body, read.
 *
 * @param meaning the result if the alerts say no failure; may throw {@link BadValue}
 */
public record Reading<T>(Alerts alerts, Supplier<PemsResult<T>> meaning) {

  /** Reads the body of an answer whose status says success, as it arrives. */
  @FunctionalInterface
  public interface Reader<T> {
    /**
     * @throws JacksonException when the body is not the JSON it should be
     * @throws BadValue when it is, and does not say what it should
     */
    Reading<T> read(InputStream body) throws IOException;
  }
}
