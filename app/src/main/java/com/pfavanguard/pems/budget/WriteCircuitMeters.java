package com.pfavanguard.pems.budget;

import com.pfavanguard.pems.PemsConnections;
import com.pfavanguard.pems.WriteCircuit;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** pfa_pems_write_circuit_open of each connection; there from the start. */
@Component
final class WriteCircuitMeters {
  WriteCircuitMeters(PemsConnections connections, WriteCircuit writes, MeterRegistry registry) {
    connections
        .all()
        .forEach(
            connection ->
                Gauge.builder("pfa.pems.write.circuit.open", () -> open(writes, connection.id()))
                    .description("1 while PEMS answers reads and takes no writes")
                    .tag("connection", connection.id())
                    .register(registry));
  }

  private static double open(WriteCircuit writes, String connectionId) {
    try {
      return writes.pause(connectionId).isPresent() ? 1 : 0;
    } catch (DataAccessException e) {
      return Double.NaN;
    }
  }
}
