package com.pfavanguard.kernel.trace;

/**
 * Something that takes time, told to the collector when it is closed. What is said of it must be no
 * secret and no amount: names, ids, states.
 */
public interface Step extends AutoCloseable {
  /** What nobody traces. */
  Step UNTRACED = new Untraced();

  Step with(String name, String value);

  /** A better name, known later than the beginning. */
  Step named(String name);

  /** It did not do what it was for. */
  Step failed();

  @Override
  void close();

  /** Does nothing. */
  record Untraced() implements Step {
    @Override
    public Step with(String name, String value) {
      return this;
    }

    @Override
    public Step named(String name) {
      return this;
    }

    @Override
    public Step failed() {
      return this;
    }

    @Override
    public void close() {}
  }
}
