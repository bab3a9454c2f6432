package com.pfavanguard.trial.stage;

import java.io.IOException;
import java.util.Map;

/** What stands between the workers and PEMS, or is told to them: nothing, unless it is a mutant. */
public interface Disguise extends AutoCloseable {
  Disguise NONE =
      new Disguise() {
        @Override
        public String pemsUrl(String real, PemsControl control) {
          return real;
        }

        @Override
        public Map<String, String> workerSettings() {
          return Map.of();
        }

        @Override
        public void close() {}
      };

  /** Where the workers are sent to find a tenant; asked once for each. */
  String pemsUrl(String real, PemsControl control) throws IOException;

  /** Environment of the workers beyond the usual. */
  Map<String, String> workerSettings();

  @Override
  void close();
}
