package com.pfavanguard.kernel;

import java.util.List;
import java.util.Map;

/**
 * A request that is answered with a problem detail (RFC 9457) of the given status and stable code.
 */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Map<String, Object> properties;

  private ApiException(int status, String code, String detail, Map<String, Object> properties) {
    super(detail);
    this.status = status;
    this.code = code;
    this.properties = properties;
  }

  /** 400: the request itself cannot be understood. */
  public static ApiException badRequest(String code, String detail) {
    return new ApiException(400, code, detail, Map.of());
  }

  /** 401: no valid credentials. */
  public static ApiException unauthenticated(String detail) {
    return new ApiException(401, "unauthenticated", detail, Map.of());
  }

  /** Any other refusal, with its own status and stable code. */
  public static ApiException refused(int status, String code, String detail) {
    return new ApiException(status, code, detail, Map.of());
  }

  /** The same, with further members of the problem detail. */
  public static ApiException refused(
      int status, String code, String detail, Map<String, Object> properties) {
    return new ApiException(status, code, detail, properties);
  }

  /** 403: an own organization, but without the permission. */
  public static ApiException forbidden(String permission) {
    return new ApiException(
        403,
        "forbidden",
        "You need the permission " + permission + " in this organization.",
        Map.of());
  }

  /** 404: it does not exist, or it is another organization's. */
  public static ApiException notFound(String what) {
    return new ApiException(404, "not_found", what + " was not found.", Map.of());
  }

  /** 409: it clashes with what is there now. */
  public static ApiException conflict(String code, String detail) {
    return new ApiException(409, code, detail, Map.of());
  }

  /** The same, naming what is there now. */
  public static ApiException conflict(String code, String detail, Map<String, Object> properties) {
    return new ApiException(409, code, detail, properties);
  }

  /** 422: understood, but some values break a rule; nothing was applied. */
  public static ApiException invalid(List<FieldError> errors) {
    String detail =
        errors.size() == 1
            ? errors.getFirst().message()
            : errors.size() + " values were refused; nothing was saved.";
    return new ApiException(422, "invalid_changes", detail, Map.of("errors", errors));
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public Map<String, Object> properties() {
    return properties;
  }
}
