package com.pfavanguard.launcher;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.operations.Progress;

/** Shows how operations go on. */
record ConsoleProgress(Console console) implements Progress {
  @Override
  public void status(String text) {
    console.status(text);
  }

  @Override
  public void say(String line) {
    console.say(line);
  }
}
