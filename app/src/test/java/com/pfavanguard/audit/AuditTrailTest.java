package com.pfavanguard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaKey;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

@ServerTest
class AuditTrailTest {
  private static final AuditActor WORKER = new AuditActor.Worker("worker-1");

  @Autowired AuditTrail audit;
  @Autowired Tenancy tenancy;
  @Autowired TestDatabase database;

  @Test
  void nobodyChangesOrRemovesAnEntryNotEvenTheOwner() {
    append("RIO", "FINAL");

    for (String role : List.of("app", "worker", "operator", "owner")) {
      for (String sql :
          List.of(
              "UPDATE audit_entry SET reason = 'other'",
              "DELETE FROM audit_entry",
              "TRUNCATE audit_entry",
              "UPDATE audit_seal SET digest = digest",
              "DELETE FROM audit_seal")) {
        assertThatThrownBy(() -> database.as(role).sql(sql).update())
            .as(role + ": " + sql)
            .isInstanceOf(DataAccessException.class);
      }
    }
    assertThat(count("FINAL")).isEqualTo(1);
  }

  @Test
  void whoWritesAnEntryChoosesNeitherItsIdNorItsTime() {
    assertThatThrownBy(
            () ->
                database
                    .as("worker")
                    .sql(
                        """
                        INSERT INTO audit_entry
                          (organization_id, action, actor_kind, actor_id, actor_name, occurred_at)
                        VALUES ('RIO', 'rollback', 'user', 'x', 'x', '2020-01-01')
                        """)
                    .update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void whatIsUndoneLeavesNoEntryAndNothingIsWrittenOutsideATransaction() {
    assertThatThrownBy(
            () ->
                tenancy.within(
                    "RIO",
                    () -> {
                      audit.append(List.of(entry("RIO", "UNDONE")));
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");

    assertThat(count("UNDONE")).isZero();
    assertThatThrownBy(() -> audit.append(List.of(entry("RIO", "ALONE"))))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void anOrganizationNeitherSeesNorWritesTheEntriesOfAnother() {
    append("RIO", "TENANT");

    assertThatThrownBy(
            () ->
                tenancy.within(
                    "PORTARTHUR",
                    () -> {
                      audit.append(List.of(entry("RIO", "FORGED")));
                      return true;
                    }))
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThat(count("FORGED")).isZero();
    assertThat(
            database.as("app").sql("SELECT count(*) FROM audit_entry").query(Long.class).single())
        .isZero();
  }

  @Test
  void aSwitchThrownInPsqlIsAuditedForEveryOrganizationWithTheRoleThatThrewIt() {
    JdbcClient operator = database.as("operator");
    operator.sql("UPDATE feature_flags SET enabled = false WHERE flag_name = 'auto_sync'").update();
    operator.sql("UPDATE feature_flags SET enabled = true WHERE flag_name = 'auto_sync'").update();

    assertThat(
            operator
                .sql(
                    """
                    SELECT organization_id || ' ' || actor_id || ' ' || (detail ->> 'before') || '>'
                           || (detail ->> 'after')
                      FROM audit_entry WHERE action = 'flag_changed' AND detail ->> 'flag' = 'auto_sync'
                     ORDER BY entry_id
                    """)
                .query(String.class)
                .list())
        .contains(
            "RIO vanguard_operator true>false",
            "HOLNG vanguard_operator true>false",
            "RIO vanguard_operator false>true");
  }

  private void append(String organization, String pfaId) {
    tenancy.within(
        organization,
        () -> {
          audit.append(List.of(entry(organization, pfaId)));
          return true;
        });
  }

  private static AuditEntry entry(String organization, String pfaId) {
    return AuditEntry.of(
            AuditAction.WRITE_SYNCED,
            WORKER,
            AuditSubject.edit(new PfaKey(organization, pfaId), UUID.randomUUID(), null))
        .change(
            FieldValues.fromTexts(Map.of("model", "OLD")),
            FieldValues.fromTexts(Map.of("model", "NEW")));
  }

  private long count(String pfaId) {
    return database
        .as("operator")
        .sql("SELECT count(*) FROM audit_entry WHERE pfa_id = ?")
        .param(pfaId)
        .query(Long.class)
        .single();
  }
}
