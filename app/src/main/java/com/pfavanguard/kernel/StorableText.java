package com.pfavanguard.kernel;

/**
 * Text as it can be kept: PostgreSQL has no NUL, and half a surrogate pair would silently become a
 * question mark.
 */
public final class StorableText {
  private StorableText() {}

  public static boolean is(String text) {
    return text.codePoints().noneMatch(point -> point == 0 || isHalf(point));
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
