package com.pfavanguard.records.web;

import com.pfavanguard.kernel.ApiException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of a request body that must be there. */
final class Required {
  private Required() {}

  static String organization(@Nullable String organizationId) {
    if (organizationId == null || organizationId.isBlank()) {
      throw ApiException.badRequest("bad_parameter", "organizationId is missing.");
    }
    return organizationId;
  }

  static <T> List<T> list(String name, @Nullable List<T> list) {
    if (list == null) {
      throw ApiException.badRequest("bad_parameter", name + " is missing.");
    }
    return list;
  }
}
