package com.pfavanguard.identity;

import java.util.Locale;

/** How a session came to be; the database and the API use the names in lower case. */
public enum SessionKind {
  /** By password or single sign-on. */
  SIGN_IN,
  /** A named, narrowed credential for scripts, Excel or Power BI. */
  ACCESS_TOKEN,
  /** An administrator looks at the product as somebody else sees it. */
  IMPERSONATION;

  static SessionKind named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The name in the database and the API. */
  public String apiName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
