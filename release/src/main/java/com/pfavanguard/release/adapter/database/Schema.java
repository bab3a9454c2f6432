package com.pfavanguard.release.adapter.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The schema that an application's jar brings along: its migrations, as Flyway counts them.
 *
 * @param checksums by version, as Flyway computes them
 * @param tables that the migrations make, without those they drop
 */
record Schema(Map<String, Integer> checksums, Set<String> tables) {
  private static final Pattern MIGRATION = Pattern.compile(".*db/migration/V([0-9._]+)__.*\\.sql");
  private static final Pattern TABLE =
      Pattern.compile(
          "(?im)^\\s*(CREATE|DROP) TABLE (?:IF (?:NOT )?EXISTS )?(?:public\\.)?([a-z_0-9]+)");

  static Schema of(Path jar) throws IOException {
    Map<String, Integer> checksums = new LinkedHashMap<>();
    Set<String> tables = new LinkedHashSet<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries =
          zip.stream().filter(entry -> MIGRATION.matcher(entry.getName()).matches()).toList();
      for (ZipEntry entry : entries) {
        String sql = text(zip, entry);
        checksums.put(version(entry.getName()), checksum(sql));
        tables(sql, tables);
      }
    }
    if (checksums.isEmpty()) {
      throw new IOException(jar + " brings no migrations");
    }
    return new Schema(checksums, tables);
  }

  private static String version(String name) {
    Matcher matcher = MIGRATION.matcher(name);
    return matcher.matches() ? matcher.group(1).replace('_', '.') : "";
  }

  private static String text(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream content = zip.getInputStream(entry)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Line by line, whatever the line ends are. */
  private static int checksum(String sql) throws IOException {
    CRC32 crc = new CRC32();
    try (BufferedReader reader = new BufferedReader(new StringReader(sql))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        crc.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return (int) crc.getValue();
  }

  private static void tables(String sql, Set<String> tables) {
    Matcher table = TABLE.matcher(sql);
    while (table.find()) {
      if (table.group(1).equalsIgnoreCase("create")) {
        tables.add(table.group(2));
      } else {
        tables.remove(table.group(2));
      }
    }
  }
}
