package com.pfavanguard.simulator.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request asks for; faults match on the names. */
public enum Operation {
  GRIDDATA("POST", "griddata"),
  GRIDS("POST", "grids"),
  GET("POST", "userdefinedscreenservices"),
  ADD("POST", "userdefinedscreenservices"),
  UPDATE("POST", "userdefinedscreenservices"),
  DELETE("POST", "userdefinedscreenservices"),
  GETDEFAULT("POST", "userdefinedscreenservices"),
  ORGANIZATION("GET", "organization"),
  ASSETS("GET", "assets"),
  CATEGORIES("GET", "categories"),
  MANUFACTURERS("GET", "manufacturers"),
  USERSETUP("GET", "usersetup"),
  USERORGANIZATIONS("GET", "usersetup/{id}/organizations");

  private final String method;
  private final String path;

  Operation(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /** The first operation of a method and path; which one of a screen's five the body says. */
  static Optional<Operation> of(String method, List<String> path) {
    return Arrays.stream(values())
        .filter(operation -> operation.method.equals(method) && operation.matches(path))
        .findFirst();
  }

  private boolean matches(List<String> actual) {
    String[] parts = path.split("/", -1);
    if (actual.size() != parts.length) {
      return false;
    }
    for (int part = 0; part < parts.length; part++) {
      if (!parts[part].startsWith("{") && !parts[part].equals(actual.get(part))) {
        return false;
      }
    }
    return true;
  }

  boolean hasBody() {
    return method.equals("POST");
  }

  boolean isScreen() {
    return switch (this) {
      case GET, ADD, UPDATE, DELETE, GETDEFAULT -> true;
      default -> false;
    };
  }

  public boolean isWrite() {
    return this == ADD || this == UPDATE || this == DELETE;
  }

  public boolean isGrid() {
    return this == GRIDDATA || this == GRIDS;
  }

  /** The screen operation of a USERDEFINEDSERVICEACTION. */
  static Operation ofAction(@Nullable String action) {
    return named(action == null ? "" : action)
        .filter(Operation::isScreen)
        .orElseThrow(
            () -> PemsRefusal.invalid("'" + action + "' is not a valid USERDEFINEDSERVICEACTION"));
  }

  public static Optional<Operation> named(String name) {
    return Arrays.stream(values())
        .filter(operation -> operation.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
