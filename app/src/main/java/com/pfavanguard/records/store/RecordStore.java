package com.pfavanguard.records.store;

import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.kernel.FieldJson;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaKey;
import com.pfavanguard.records.domain.RecordCursor;
import com.pfavanguard.records.domain.RecordListing;
import com.pfavanguard.records.domain.RecordTotals;
import com.pfavanguard.records.domain.RecordView;
import com.pfavanguard.records.domain.RecordView.Costs;
import com.pfavanguard.records.domain.RecordView.OwnDraft;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads the merged view. */
@Repository
public class RecordStore {
  private final JdbcClient jdbc;
  private final Clock clock;

  RecordStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Up to {@code limit + 1} records after the cursor. */
  public List<RecordView> findPage(
      OrganizationAccess access, RecordListing listing, @Nullable RecordCursor cursor, int limit) {
    ListingSql sql = new ListingSql(listing);
    String page = sql.page(cursor, limit);
    return forCaller(page, access).params(sql.parameters()).query(view(access)).list();
  }

  public RecordTotals findTotals(OrganizationAccess access, RecordListing listing) {
    ListingSql sql = new ListingSql(listing);
    return forCaller(sql.totals(), access)
        .params(sql.parameters())
        .query(RecordTotals.class)
        .single();
  }

  /**
   * The records of these ids, discontinued ones included; ids that do not exist are missing from
   * the answer.
   */
  public List<RecordView> findByIds(OrganizationAccess access, Collection<String> pfaIds) {
    return findByIds(access, pfaIds, access.caller().userId());
  }

  /** The same without anybody's drafts. */
  public List<RecordView> findWithoutDrafts(OrganizationAccess access, Collection<String> pfaIds) {
    return findByIds(access, pfaIds, null);
  }

  private List<RecordView> findByIds(
      OrganizationAccess access, Collection<String> pfaIds, @Nullable UUID draftsOf) {
    String sql =
        "WITH %s SELECT * FROM (%s UNION ALL %s) r WHERE pfa_id = ANY (:ids)"
            .formatted(
                MergedView.EDITS,
                MergedView.withCosts(MergedView.PLAIN),
                MergedView.withCosts(MergedView.EDITED));
    return forCaller(sql, access)
        .param("me", draftsOf, Types.OTHER)
        .param("ids", pfaIds.toArray(String[]::new))
        .query(view(access))
        .list();
  }

  private StatementSpec forCaller(String sql, OrganizationAccess access) {
    return jdbc.sql(sql)
        .param("org", access.organizationId())
        .param("me", access.caller().userId())
        .param("today", LocalDate.now(clock));
  }

  private static org.springframework.jdbc.core.RowMapper<RecordView> view(
      OrganizationAccess access) {
    return (row, number) ->
        new RecordView(
            new PfaKey(access.organizationId(), row.getString("pfa_id")),
            row.getLong("version"),
            SqlValues.read(row),
            row.getString("sync_status"),
            row.getBoolean("removed"),
            draft(row),
            new Costs(
                row.getBigDecimal("plan_cost"),
                row.getBigDecimal("forecast_cost"),
                row.getBigDecimal("actual_cost"),
                row.getBigDecimal("variance")));
  }

  private static @Nullable OwnDraft draft(ResultSet row) throws SQLException {
    UUID id = row.getObject("draft_id", UUID.class);
    if (id == null) {
      return null;
    }
    FieldValues delta = FieldJson.read(row.getString("draft_delta"));
    FieldValues before = FieldJson.read(row.getString("draft_before")).only(delta::has);
    return new OwnDraft(id, row.getLong("draft_base"), delta.fields(), before);
  }
}
