package com.pfavanguard.writeback;

import com.pfavanguard.testing.WholeSystem;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One system for all classes that watch edits on their way to PEMS: it costs seconds to start. Each
 * test begins without faults and with auto_sync on; workers are its own to start and to close.
 */
final class SharedSystem implements ParameterResolver, BeforeEachCallback {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(SharedSystem.class);
  private static final int RECORDS = 15_000;

  /** Closed by JUnit when the whole run is over. */
  private record Running(WholeSystem system, PlannerDesk desk) implements AutoCloseable {
    static Running start() {
      WholeSystem system = WholeSystem.start(RECORDS).read("RIO");
      return new Running(system, new PlannerDesk(system));
    }

    @Override
    public void close() {
      system.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PlannerDesk.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return desk(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    desk(context).beginTest();
  }

  private static PlannerDesk desk(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent("running", key -> Running.start(), Running.class)
        .desk();
  }
}
