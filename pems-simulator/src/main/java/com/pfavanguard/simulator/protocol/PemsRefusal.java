package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.settings.Setting;
import com.pfavanguard.simulator.settings.Settings;
import org.jspecify.annotations.Nullable;

/** A request that PEMS answers with an ErrorAlert. */
public final class PemsRefusal extends RuntimeException {
  /** Stands for whatever status the tenant uses for business errors. */
  static final int BUSINESS = 0;

  private final int status;
  private final @Nullable String name;

  PemsRefusal(int status, @Nullable String name, String message) {
    super(message);
    this.status = status;
    this.name = name;
  }

  static PemsRefusal invalid(String message) {
    return new PemsRefusal(BUSINESS, null, message);
  }

  static PemsRefusal notFound() {
    return invalid("Record not found");
  }

  static PemsRefusal unauthorized() {
    return new PemsRefusal(401, null, "Authorization failed. Check the user, password and tenant.");
  }

  public static PemsRefusal noSession() {
    return new PemsRefusal(
        401, "NoSessionException", "The session has expired or does not exist; log in again.");
  }

  /** The record's counter has moved on. */
  static PemsRefusal stale(Settings settings) {
    String name = settings.text(Setting.STALE_NAME);
    return new PemsRefusal(
        settings.number(Setting.STALE_STATUS),
        name.isEmpty() ? null : name,
        "This record has been modified by another user. Reload the record to view and/or edit the"
            + " updated record.");
  }

  int status() {
    return status;
  }

  @Nullable String alertName() {
    return name;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
