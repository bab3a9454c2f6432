package com.pfavanguard.release.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large the terminal is; asked again now and then, for windows are resized. */
public final class TerminalSize {
  private static final Pattern ANSWER = Pattern.compile("(\\d+) (\\d+)\\s*");
  private static final long AGAIN = Duration.ofSeconds(5).toNanos();

  private int rows = 24;
  private int columns = 80;
  private long asked;

  int rows() {
    refresh();
    return rows;
  }

  int columns() {
    refresh();
    return columns;
  }

  private void refresh() {
    if (asked != 0 && System.nanoTime() - asked < AGAIN) {
      return;
    }
    asked = System.nanoTime();
    try {
      Process stty =
          new ProcessBuilder("stty", "size").redirectInput(ProcessBuilder.Redirect.INHERIT).start();
      String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      Matcher answer = ANSWER.matcher(said);
      if (stty.waitFor(1, TimeUnit.SECONDS) && answer.matches()) {
        rows = Math.max(8, Integer.parseInt(answer.group(1)));
        columns = Math.max(40, Integer.parseInt(answer.group(2)));
      }
    } catch (IOException e) {
      rows = Math.max(rows, 24); // there is no stty: the usual size
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
