package com.pfavanguard.release.adapter.traffic;

import com.pfavanguard.release.adapter.Release;
import com.pfavanguard.traffic.Colour;
import com.pfavanguard.traffic.TrafficSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Which place is the new version's in this deployment: the one that was idle when it began. Written
 * down at the first question, for after the switch it looks the other way round.
 */
public final class Colours {
  private final TrafficSwitch proxy;

  public Colours(TrafficSwitch proxy) {
    this.proxy = proxy;
  }

  /** Where the new version runs, or will. */
  public synchronized Colour newOne(Release release) throws IOException {
    Path note = note(release);
    if (Files.exists(note)) {
      return Colour.named(Files.readString(note));
    }
    Colour idle = proxy.status().active().other();
    Path part = note.resolveSibling(note.getFileName() + ".part");
    Files.writeString(part, idle + "\n");
    Files.move(part, note, StandardCopyOption.ATOMIC_MOVE);
    return idle;
  }

  /** Whether anybody has asked yet in this deployment. */
  public boolean isKnown(Release release) throws IOException {
    return Files.exists(note(release));
  }

  WarmUp warmUp() {
    return new WarmUp(proxy);
  }

  private static Path note(Release release) throws IOException {
    return release.notes().resolve("new-colour.txt");
  }
}
