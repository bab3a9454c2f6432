package com.pfavanguard.launcher.process;

import java.time.Duration;

/** The kinds of child process, in the order of dependence: each needs those before it. */
public enum ChildKind {
  /** SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave. */
  POSTGRES("INT", Duration.ofSeconds(60)),
  SIMULATOR("TERM", Duration.ofSeconds(15)),
  SERVER("TERM", Duration.ofSeconds(35)),
  WORKER("TERM", Duration.ofSeconds(35)),
  /** Something that ends by itself and may be cut short at any moment. */
  TASK("KILL", Duration.ofSeconds(5));

  private final String stopSignal;
  private final Duration grace;

  ChildKind(String stopSignal, Duration grace) {
    this.stopSignal = stopSignal;
    this.grace = grace;
  }

  String stopSignal() {
    return stopSignal;
  }

  /** How long it may take to stop before it is killed; the product's own drain takes up to 30 s. */
  Duration grace() {
    return grace;
  }
}
