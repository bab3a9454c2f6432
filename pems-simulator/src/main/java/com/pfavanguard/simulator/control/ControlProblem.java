package com.pfavanguard.simulator.control;

/** A control request that cannot be done, with the reason for the one who sent it. */
final class ControlProblem extends RuntimeException {
  private final int status;

  ControlProblem(int status, String message) {
    super(message);
    this.status = status;
  }

  static ControlProblem noRecord() {
    return new ControlProblem(404, "there is no such record");
  }

  int status() {
    return status;
  }
}
