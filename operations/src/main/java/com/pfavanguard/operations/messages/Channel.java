package com.pfavanguard.operations.messages;

/** A way to people. */
public interface Channel {
  /** {@code chat}, {@code status} or {@code mail}: also the template's file name. */
  String name();

  /** Where to, without anything secret. */
  String destination();

  /**
   * @throws Unsent when it was not taken
   * @throws com.pfavanguard.operations.OperationRefused when the text does not fit the channel
   */
  void send(Text text) throws Unsent, InterruptedException;
}
