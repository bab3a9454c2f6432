package com.pfavanguard.operations.testing;

import com.pfavanguard.operations.Progress;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was told. */
public final class Quiet implements Progress {
  public final List<String> told = new ArrayList<>();

  @Override
  public void status(String text) {
    told.add(text);
  }

  @Override
  public void say(String line) {
    told.add(line);
  }
}
