package com.pfavanguard.launcher.postgres;

import com.pfavanguard.launcher.data.Secret;
import com.pfavanguard.launcher.data.Secrets;

/** The database roles of the product; what each may do is granted by the migrations. */
public enum Role {
  /** Runs the migrations and owns the database. */
  OWNER("vanguard_owner", "CREATEROLE", Secret.DATABASE_OWNER),
  APP("vanguard_app", "", Secret.DATABASE_APP),
  WORKER("vanguard_worker", "", Secret.DATABASE_WORKER),
  /** Sees all rows of all organizations: psql, backup and run.json. */
  OPERATOR("vanguard_operator", "BYPASSRLS", Secret.DATABASE_OPERATOR);

  private final String roleName;
  private final String attributes;
  private final Secret secret;

  Role(String roleName, String attributes, Secret secret) {
    this.roleName = roleName;
    this.attributes = attributes;
    this.secret = secret;
  }

  String roleName() {
    return roleName;
  }

  String attributes() {
    return attributes;
  }

  /** {@code user:password}, as it stands in an address. */
  public String signIn(Secrets secrets) {
    return roleName + ":" + secrets.of(secret);
  }

  Secret secret() {
    return secret;
  }
}
