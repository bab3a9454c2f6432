package com.pfavanguard.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A role that reaches across all organizations; null in the database for everybody else. */
public enum SystemRole {
  /** May do everything everywhere. */
  SYSTEM_ADMIN,
  /** Reads every organization, money included. */
  PORTFOLIO_EXECUTIVE;

  /** The role of a name as stored, for example {@code system_admin}. */
  public static SystemRole named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The name in the database and the API. */
  public String apiName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it allows in every organization. */
  public Set<Permission> permissions() {
    return switch (this) {
      case SYSTEM_ADMIN -> EnumSet.allOf(Permission.class);
      case PORTFOLIO_EXECUTIVE -> EnumSet.of(Permission.Read, Permission.ViewFinancials);
    };
  }
}
