package com.pfavanguard.traffic.haproxy;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** A server in HAProxy's statistics. */
record ServerLine(String backend, String name, int sessions, boolean up, URI address) {

  /** Reads the comma-separated table, whose first line names the columns. */
  static List<ServerLine> read(String table) {
    List<String> lines = table.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty() || !lines.getFirst().startsWith("# ")) {
      throw new IllegalStateException("This is no table of HAProxy's: " + table);
    }
    List<String> columns = Arrays.asList(lines.getFirst().substring(2).split(",", -1));
    return lines.stream().skip(1).map(line -> read(columns, line.split(",", -1))).toList();
  }

  private static ServerLine read(List<String> columns, String[] row) {
    return new ServerLine(
        row[columns.indexOf("pxname")],
        row[columns.indexOf("svname")],
        Integer.parseInt(row[columns.indexOf("scur")]),
        row[columns.indexOf("status")].startsWith("UP"),
        URI.create("http://" + row[columns.indexOf("addr")]));
  }
}
