package com.pfavanguard.launcher.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command speaks. With {@code --json} standard output carries exactly one JSON object and
 * everything said goes to standard error. Safe for use by several threads.
 */
public final class Console {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream result;
  private final PrintStream speech;
  private final boolean terminal;
  private final boolean json;
  private boolean resultWritten;
  private String status = "";

  public Console(boolean json, boolean terminal) {
    this(
        utf8(FileDescriptor.out),
        utf8(json ? FileDescriptor.err : FileDescriptor.out),
        json,
        terminal);
  }

  private Console(PrintStream result, PrintStream speech, boolean json, boolean terminal) {
    this.result = result;
    this.speech = speech;
    this.terminal = terminal;
    this.json = json;
  }

  /** One that says nothing, for what a program does for another program. */
  public static Console silent() {
    PrintStream nothing =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Console(nothing, nothing, false, false);
  }

  /** The script tells whether the stream that will be spoken to is a terminal. */
  public static Console of(boolean json) {
    return new Console(json, Boolean.getBoolean("vanguard.terminal"));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  public boolean json() {
    return json;
  }

  public boolean terminal() {
    return terminal;
  }

  /** A line that stays. */
  public synchronized void say(String line) {
    if (status.isEmpty()) {
      speech.println(line);
    } else {
      speech.print(CLEAR_LINE + line + System.lineSeparator() + status);
      speech.flush();
    }
  }

  /** A line that the next one replaces; nothing when nobody watches. An empty text removes it. */
  public synchronized void status(String text) {
    if (terminal && !text.equals(status)) {
      status = text;
      speech.print(CLEAR_LINE + text);
      speech.flush();
    }
  }

  /** The one JSON object of {@code --json}; later calls are ignored, as are calls without it. */
  public synchronized void result(String object) {
    if (json && !resultWritten) {
      resultWritten = true;
      result.println(object);
    }
  }
}
