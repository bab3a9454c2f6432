package com.pfavanguard.identity.demo;

import com.pfavanguard.kernel.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Organizations and who belongs to them. */
@Component
@Role.Server
class MembershipStore {
  private final JdbcClient jdbc;

  MembershipStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In a demonstration the code in PEMS is the organization's own id. */
  void saveOrganization(DemoFile.DemoOrganization organization) {
    jdbc.sql(
            """
            INSERT INTO organization (id, name, currency, pems_organization)
            VALUES (:id, :name, :currency, :id)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, currency = excluded.currency
            """)
        .param("id", organization.id())
        .param("name", organization.name())
        .param("currency", organization.currency())
        .update();
  }

  /** Gives the user this role in exactly these organizations. */
  void replace(UUID userId, String role, List<String> organizationIds) {
    jdbc.sql(
            """
            WITH kept AS (SELECT unnest(:organizations) AS organization_id), gone AS (
              DELETE FROM membership
               WHERE user_id = :user AND organization_id NOT IN (SELECT organization_id FROM kept)
            )
            INSERT INTO membership (user_id, organization_id, role_template)
            SELECT :user, organization_id, :role FROM kept
            ON CONFLICT (user_id, organization_id) DO UPDATE SET role_template = excluded.role_template
            """)
        .param("user", userId)
        .param("role", role)
        .param("organizations", new SqlArrayValue("text", organizationIds.toArray()))
        .update();
  }
}
