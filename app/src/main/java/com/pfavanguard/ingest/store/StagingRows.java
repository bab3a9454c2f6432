package com.pfavanguard.ingest.store;

import com.pfavanguard.ingest.domain.SyncFailed;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.pems.GridRow;
import com.pfavanguard.records.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows in the text form that COPY reads, collected for one page. */
public final class StagingRows {
  static final String COLUMNS =
      PfaField.ALL.stream().map(PfaField::column).collect(Collectors.joining(", "));

  private final StringBuilder text = new StringBuilder(1 << 16);
  private final Set<PfaField> absent = EnumSet.noneOf(PfaField.class);

  /**
   * @throws SyncFailed for a value that PostgreSQL cannot hold
   */
  public void add(GridRow row) {
    append(row.pfaId(), row.pfaId());
    text.append('\t').append(row.recordid()).append('\t').append(ContentHash.of(row.values()));
    for (PfaField field : PfaField.ALL) {
      if (!row.values().has(field)) {
        absent.add(field);
      }
      Object value = row.values().get(field);
      text.append('\t');
      append(row.pfaId(), value == null ? null : field.type().format(value));
    }
    text.append('\n');
  }

  static String copyInto(String table) {
    return "COPY " + table + " (pfa_id, version, content_hash, " + COLUMNS + ") FROM STDIN";
  }

  /** Fields that some row does not say. */
  Set<PfaField> absent() {
    return absent;
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void append(String pfaId, @Nullable String value) {
    if (value == null) {
      text.append("\\N");
    } else if (plain(value)) {
      text.append(value);
    } else {
      escape(pfaId, value);
    }
  }

  /** Whether COPY takes the text as it is. */
  private static boolean plain(String value) {
    for (int at = 0; at < value.length(); at++) {
      if (value.charAt(at) < ' ' || value.charAt(at) == '\\') {
        return false;
      }
    }
    return true;
  }

  private void escape(String pfaId, String value) {
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\0' ->
            throw new SyncFailed("pems_garbled", "Record " + pfaId + " holds a NUL character.");
        default -> text.append(c);
      }
    }
  }
}
