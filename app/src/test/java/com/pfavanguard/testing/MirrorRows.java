package com.pfavanguard.testing;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.ContentHash;
import com.pfavanguard.secrets.DatabaseAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Puts records into the mirror as if they had been read from PEMS, and looks at tables as the
 * owner.
 */
public final class MirrorRows {
  private final JdbcClient owner;

  public MirrorRows(TestDatabase database) {
    DatabaseAddress address = DatabaseAddress.parse(database.url("owner"));
    this.owner =
        JdbcClient.create(
            new DriverManagerDataSource(address.jdbcUrl(), address.username(), address.password()));
  }

  /** The owner's view: no row security. */
  public JdbcClient owner() {
    return owner;
  }

  /**
   * A rental of RIO with a plan, a forecast and a rate, changed as told (text forms by API name).
   */
  public MirrorRows rental(String pfaId, Map<String, @Nullable String> changes) {
    Map<String, @Nullable String> record = new java.util.HashMap<>();
    record.put("description", "Crawler crane");
    record.put("category", "CRANES");
    record.put("source", "Rental");
    record.put("dor", "PROJECT");
    record.put("monthlyRate", "3044.00");
    record.put("planStart", "2026-01-01");
    record.put("planEnd", "2026-04-11");
    record.put("planMonthlyRate", "3044.00");
    record.put("forecastStart", "2026-01-01");
    record.put("forecastEnd", "2026-04-11");
    record.put("isActualized", "false");
    record.put("isDiscontinued", "false");
    record.put("isFundsTransferable", "false");
    record.putAll(changes);
    return add("RIO", pfaId, 1, FieldValues.fromTexts(record));
  }

  public MirrorRows add(String organization, String pfaId, long version, FieldValues values) {
    List<PfaField> fields = PfaField.ALL.stream().filter(values::has).toList();
    String columns = fields.stream().map(PfaField::column).collect(Collectors.joining(", "));
    List<@Nullable Object> parameters = new ArrayList<>();
    parameters.add(organization);
    parameters.add(pfaId);
    parameters.add(version);
    parameters.add(ContentHash.of(values));
    fields.forEach(field -> parameters.add(values.get(field)));
    owner
        .sql(
            "INSERT INTO pfa_mirror (organization_id, pfa_id, version, content_hash, "
                + columns
                + ") VALUES (?, ?, ?, ?"
                + ", ?".repeat(fields.size())
                + ")")
        .params(parameters)
        .update();
    return this;
  }

  /** Empties everything a test may have left, organizations and users apart. */
  public MirrorRows clear() {
    owner
        .sql(
            """
            TRUNCATE pfa_mirror, pfa_mirror_history, pfa_modification, pfa_write_queue, pfa_sync_conflict,
                     pfa_sync_log, pfa_read_sync, pfa_resolution_proposal, live_event, live_sequence
            """)
        .update();
    return this;
  }
}
