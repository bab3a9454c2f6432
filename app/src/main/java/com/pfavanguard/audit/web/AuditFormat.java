package com.pfavanguard.audit.web;

import com.pfavanguard.audit.domain.StoredEntry;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How an export is written, line by line. */
enum AuditFormat {
  /** One JSON object per line. */
  ndjson("application/x-ndjson") {
    @Override
    String head() {
      return "";
    }

    @Override
    String line(StoredEntry entry, EntryJson json) {
      return JsonMapper.shared().writeValueAsString(json.entry(entry)) + "\n";
    }
  },
  /** RFC 4180, safe to open in a spreadsheet. */
  csv("text/csv; charset=utf-8") {
    @Override
    String head() {
      return "entryId,at,action,actorKind,actorId,actorName,pfaId,modificationId,jobId,reason,before,after,"
          + "detail,requestId\r\n";
    }

    @Override
    String line(StoredEntry entry, EntryJson json) {
      return row(
          entry.entryId(),
          entry.at(),
          entry.action(),
          entry.actor().kind(),
          entry.actor().id(),
          entry.actor().name(),
          entry.pfaId(),
          entry.modificationId(),
          entry.jobId(),
          entry.reason(),
          JsonMapper.shared().writeValueAsString(json.values(entry.before())),
          JsonMapper.shared().writeValueAsString(json.values(entry.after())),
          json.detail(entry).toString(),
          entry.requestId());
    }
  };

  private final String mediaType;

  AuditFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  abstract String head();

  abstract String line(StoredEntry entry, EntryJson json);

  private static String row(@Nullable Object... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell == null ? "" : cell(cell.toString()))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  /**
   * A spreadsheet takes a cell with such a beginning for a formula: an apostrophe makes it text.
   */
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
