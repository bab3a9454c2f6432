package com.pfavanguard.release.view;

import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.journal.Entry;
import com.pfavanguard.release.run.Audience;
import com.pfavanguard.release.story.Story;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The live view at a terminal: one picture that is drawn over itself once a second. */
public final class TerminalView implements Audience, AutoCloseable {
  private static final int RECENT = 4;

  private final Definition definition;
  private final PrintStream out;
  private final TerminalSize size;
  private final Deque<String> recent = new ArrayDeque<>();
  private int drawn;

  public TerminalView(Definition definition, PrintStream out, TerminalSize size) {
    this.definition = definition;
    this.out = out;
    this.size = size;
  }

  @Override
  public synchronized void entry(Entry entry) {
    Sentence.of(entry).ifPresent(this::remember);
  }

  @Override
  public synchronized void progress(String line) {
    remember(line);
  }

  @Override
  public synchronized void look(Story story, Instant now) {
    int width = size.columns();
    List<String> lines = new ArrayList<>(ScenePicture.of(Scene.of(definition, story, now), width));
    lines.add("");
    recent.forEach(line -> lines.add(ScenePicture.cut("  " + line, width)));
    draw(ScenePicture.fit(lines, size.rows() - 1));
  }

  private void remember(String line) {
    recent.addLast(line.lines().findFirst().orElse(""));
    if (recent.size() > RECENT) {
      recent.removeFirst();
    }
  }

  /** Up over what was drawn, clear to the end, draw. */
  private void draw(List<String> lines) {
    StringBuilder picture = new StringBuilder();
    if (drawn > 0) {
      picture.append("\u001b[").append(drawn).append("F");
    }
    picture.append("\u001b[J");
    lines.forEach(line -> picture.append(printable(line)).append('\n'));
    out.print(picture);
    out.flush();
    drawn = lines.size();
  }

  /** What others wrote moves no cursor of ours. */
  private static String printable(String line) {
    return line.replaceAll("\\p{Cntrl}", " ");
  }

  /** The last picture stays. */
  @Override
  public void close() {
    out.flush();
  }
}
