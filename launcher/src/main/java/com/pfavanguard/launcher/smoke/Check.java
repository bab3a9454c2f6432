package com.pfavanguard.launcher.smoke;

/** One promise of a deployment and how to see that it is kept. */
record Check(String name, Probe probe) {

  /** Returns what was seen, short; anything thrown is a failure. */
  @FunctionalInterface
  interface Probe {
    String look() throws Exception;
  }

  CheckResult run() throws InterruptedException {
    long begun = System.nanoTime();
    try {
      String seen = probe.look();
      return new CheckResult(name, true, milliseconds(begun), seen);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new CheckResult(name, false, milliseconds(begun), reason);
    }
  }

  private static long milliseconds(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
