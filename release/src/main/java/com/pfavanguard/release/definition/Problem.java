package com.pfavanguard.release.definition;

/**
 * What is wrong with a definition, and where.
 *
 * @param line from 1; 0 when it is nowhere in particular
 * @param field such as {@code phases[2].steps[0].budget}
 */
public record Problem(String file, int line, String field, String message) {
  @Override
  public String toString() {
    return "%s:%d: %s: %s".formatted(file, line, field, message);
  }
}
