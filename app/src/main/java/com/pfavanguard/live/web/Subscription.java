package com.pfavanguard.live.web;

import com.pfavanguard.kernel.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for.
 *
 * @param afterSequence the last event it has seen; null when it wants new ones only
 */
record Subscription(String organizationId, @Nullable Long afterSequence) {

  /** The message as it came. */
  record Message(
      @Nullable String type, @Nullable String organizationId, @Nullable Long afterSequence) {

    Subscription checked() {
      if (!"subscribe".equals(type)
          || organizationId == null
          || (afterSequence != null && afterSequence < 0)) {
        throw malformed();
      }
      return new Subscription(organizationId, afterSequence);
    }
  }

  static ApiException malformed() {
    return ApiException.badRequest(
        "malformed_message",
        "Send {\"type\":\"subscribe\",\"organizationId\":\"...\",\"afterSequence\":n}.");
  }
}
