package com.pfavanguard.release.cli;

import com.pfavanguard.release.adapter.Equipment;
import com.pfavanguard.release.people.Voices;
import com.pfavanguard.release.run.Audience;
import com.pfavanguard.release.run.Cast;
import com.pfavanguard.release.run.RealPace;
import com.pfavanguard.release.view.Everyone;
import java.util.List;

/** The views of one running command; closed when it ends. */
public final class Watching implements AutoCloseable {
  private final List<Audience> audience;
  private final List<AutoCloseable> open;

  Watching(List<Audience> audience, List<AutoCloseable> open) {
    this.audience = List.copyOf(audience);
    this.open = List.copyOf(open);
  }

  public Audience audience() {
    return new Everyone(audience);
  }

  Cast cast(Voices voices) {
    return new Cast(Equipment.installed(), voices, new RealPace(), audience());
  }

  @Override
  public void close() {
    open.forEach(Watching::close);
  }

  private static void close(AutoCloseable view) {
    try {
      view.close();
    } catch (Exception e) {
      throw new IllegalStateException("a view does not close", e);
    }
  }
}
