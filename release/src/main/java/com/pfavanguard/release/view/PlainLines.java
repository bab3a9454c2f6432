package com.pfavanguard.release.view;

import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.run.Audience;
import java.util.function.Consumer;

/** A line for each thing that happens: for logs and pipes. */
public final class PlainLines implements Audience {
  private final Consumer<String> out;

  public PlainLines(Consumer<String> out) {
    this.out = out;
  }

  @Override
  public void entry(Entry entry) {
    Sentence.of(entry).ifPresent(text -> out.accept(entry.at() + "  " + text));
  }

  @Override
  public void progress(String line) {
    out.accept("    " + line);
  }
}
