package com.pfavanguard.launcher;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Json;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.launcher.data.Disk;
import com.pfavanguard.operations.OperationRefused;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Tells of a command's failure in one line, and with {@code --json} as {@code {"ok": false,
 * "error"}}; exit code 1.
 */
public final class Failure implements IExecutionExceptionHandler {
  private static final int EXIT = 1;

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    Console console = Console.of(command.getParseResult().hasMatchedOption("--json"));
    String message = message(failure);
    console.status("");
    console.say("vanguard: " + message);
    console.result(Json.line(Json.object().put("ok", false).put("error", message)));
    return EXIT;
  }

  private static String message(Exception failure) {
    if (Disk.isFull(failure)) {
      return "the disk is full: " + failure.getMessage();
    }
    boolean expected = failure instanceof Refusal || failure instanceof OperationRefused;
    return expected ? String.valueOf(failure.getMessage()) : failure.toString();
  }
}
