package com.pfavanguard.release.adapter.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many tests ran and failed, by Surefire's reports.
 *
 * @param failed with errors among them
 */
record TestReports(long run, long failed) {
  private static final Pattern COUNT = Pattern.compile("\\b(tests|errors|failures)=\"(\\d+)\"");

  static TestReports of(List<Path> folders) throws IOException {
    long run = 0;
    long failed = 0;
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        for (Path report : reports(folder)) {
          Matcher counts = COUNT.matcher(head(report));
          while (counts.find()) {
            long count = Long.parseLong(counts.group(2));
            run += counts.group(1).equals("tests") ? count : 0;
            failed += counts.group(1).equals("tests") ? 0 : count;
          }
        }
      }
    }
    return new TestReports(run, failed);
  }

  private static List<Path> reports(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml")).toList();
    }
  }

  /** The suite's own element, without its cases. */
  private static String head(Path report) throws IOException {
    String text = Files.readString(report);
    int begin = text.indexOf("<testsuite ");
    return begin < 0 ? "" : text.substring(begin, text.indexOf('>', begin));
  }
}
