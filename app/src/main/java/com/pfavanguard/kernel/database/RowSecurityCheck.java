package com.pfavanguard.kernel.database;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A server does not start with a database role that sees every organization: a wrong DATABASE_URL
 * would otherwise switch the second wall off without anybody noticing.
 */
final class RowSecurityCheck implements InitializingBean {
  private static final String STEPS_AROUND =
      """
      SELECT EXISTS (
        SELECT FROM pg_roles r WHERE pg_has_role(current_user, r.oid, 'MEMBER')
           AND (r.rolsuper OR r.rolbypassrls
                OR EXISTS (SELECT FROM pg_class c
                            WHERE c.relowner = r.oid AND c.relnamespace = 'public'::regnamespace AND c.relrowsecurity)))
      """;

  private final JdbcClient jdbc;

  RowSecurityCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void afterPropertiesSet() {
    if (jdbc.sql(STEPS_AROUND).query(Boolean.class).single()) {
      throw new IllegalStateException(
          "The database role of this server is not held by row-level security. Give DATABASE_URL the role"
              + " vanguard_app; the owner's address belongs into vanguard.database.migration-url");
    }
  }
}
