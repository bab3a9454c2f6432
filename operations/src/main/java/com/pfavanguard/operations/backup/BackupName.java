package com.pfavanguard.operations.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names sort by time within one environment and database. */
record BackupName(String environment, String database) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  String beginning() {
    return "vanguard-%s-%s-".formatted(environment, database);
  }

  String at(Instant moment) {
    return beginning() + MOMENT.format(moment) + ".dump";
  }
}
