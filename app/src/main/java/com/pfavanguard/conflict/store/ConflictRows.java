package com.pfavanguard.conflict.store;

import com.pfavanguard.conflict.Conflict;
import com.pfavanguard.conflict.Resolution;
import com.pfavanguard.kernel.FieldJson;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.PfaKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conflict as the rows of {@link #SELECT} hold it. */
final class ConflictRows {
  static final String SELECT =
      """
      SELECT c.conflict_id, c.organization_id, c.pfa_id, c.status, c.fields, c.base, c.base_version, c.pems,
             c.pems_version, c.pems_changed_by, c.pems_changed_at, c.detected_at, c.resolution, c.resolved_at,
             c.resolution_reason, r.username AS resolver,
             (SELECT u.username FROM pfa_resolution_proposal d JOIN user_account u ON u.id = d.decided_by
               WHERE d.conflict_id = c.conflict_id AND d.decision = 'approved') AS approver,
             c.modification_id, m.author_id, a.username AS author, m.committed_at, m.reason, c.ours,
             p.proposal_id, p.resolution AS proposed_resolution, p.payload AS proposed_payload, p.shown_version,
             p.cost_impact, p.proposed_by, pu.username AS proposer, p.proposed_at, p.reason AS proposal_reason
        FROM pfa_sync_conflict c
        JOIN pfa_modification m ON m.modification_id = c.modification_id
        JOIN user_account a ON a.id = m.author_id
        LEFT JOIN user_account r ON r.id = c.resolved_by
        LEFT JOIN pfa_resolution_proposal p ON p.conflict_id = c.conflict_id AND p.decided_at IS NULL
        LEFT JOIN user_account pu ON pu.id = p.proposed_by
      """;

  private ConflictRows() {}

  static Conflict read(ResultSet row, int number) throws SQLException {
    FieldValues base = FieldJson.read(row.getString("base"));
    return new Conflict(
        uuid(row, "conflict_id"),
        new PfaKey(row.getString("organization_id"), row.getString("pfa_id")),
        row.getString("status"),
        fields((String[]) row.getArray("fields").getArray()),
        new Conflict.Side(row.getLong("base_version"), base, null, null),
        ours(row),
        new Conflict.Side(
            row.getLong("pems_version"),
            FieldJson.read(row.getString("pems")),
            row.getString("pems_changed_by"),
            moment(row, "pems_changed_at")),
        at(row, "detected_at"),
        row.getString("resolution") == null ? null : ending(row),
        row.getString("proposal_id") == null ? null : proposal(row));
  }

  private static Conflict.OurEdit ours(ResultSet row) throws SQLException {
    return new Conflict.OurEdit(
        uuid(row, "modification_id"),
        uuid(row, "author_id"),
        row.getString("author"),
        moment(row, "committed_at"),
        row.getString("reason"),
        FieldJson.read(row.getString("ours")));
  }

  private static Conflict.Ending ending(ResultSet row) throws SQLException {
    return new Conflict.Ending(
        Resolution.valueOf(row.getString("resolution")),
        row.getString("resolver"),
        row.getString("approver"),
        at(row, "resolved_at"),
        row.getString("resolution_reason"));
  }

  private static Conflict.Proposal proposal(ResultSet row) throws SQLException {
    return new Conflict.Proposal(
        uuid(row, "proposal_id"),
        Resolution.valueOf(row.getString("proposed_resolution")),
        FieldJson.read(row.getString("proposed_payload")),
        row.getLong("shown_version"),
        row.getBigDecimal("cost_impact"),
        uuid(row, "proposed_by"),
        row.getString("proposer"),
        at(row, "proposed_at"),
        row.getString("proposal_reason"));
  }

  private static Set<PfaField> fields(String[] names) {
    Set<PfaField> fields = EnumSet.noneOf(PfaField.class);
    Arrays.stream(names).map(PfaField::named).forEach(field -> field.ifPresent(fields::add));
    return fields;
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
