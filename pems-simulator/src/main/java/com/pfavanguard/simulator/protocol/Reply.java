package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.http.Exchange.BodyWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A success.
 *
 * @param info the text of the InfoAlert, if any
 * @param data writes the content of ResultData, an object
 */
record Reply(@Nullable String info, BodyWriter<JsonGenerator> data) {
  static Reply of(BodyWriter<JsonGenerator> data) {
    return new Reply(null, data);
  }
}
