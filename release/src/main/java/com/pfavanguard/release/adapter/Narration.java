package com.pfavanguard.release.adapter;

import com.pfavanguard.operations.Progress;

/** What an operation tells of itself, for whoever waits for the step. */
public record Narration(Task task) implements Progress {
  @Override
  public void status(String text) {
    if (!text.isEmpty()) {
      task.progress().accept(text);
    }
  }

  @Override
  public void say(String line) {
    task.progress().accept(line);
  }
}
