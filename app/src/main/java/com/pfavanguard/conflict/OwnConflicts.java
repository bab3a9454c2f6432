package com.pfavanguard.conflict;

import com.pfavanguard.kernel.ApiException;
import java.util.UUID;

/** Which conflict a request means. */
public final class OwnConflicts {
  private OwnConflicts() {}

  /**
   * @throws ApiException 404: an id of another form is nobody's
   */
  public static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  public static ApiException unknown() {
    return ApiException.notFound("The conflict");
  }
}
