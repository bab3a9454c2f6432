package com.pfavanguard.release.cli;

import com.pfavanguard.release.adapter.Equipment;
import com.pfavanguard.release.people.Voices;
import com.pfavanguard.release.run.Audience;
import com.pfavanguard.release.run.Cast;
import com.pfavanguard.release.run.RealPace;

/** The views of one running command; closed when it ends. */
final class Watching implements AutoCloseable {
  private final Audience audience;

  Watching(Audience audience) {
    this.audience = audience;
  }

  Cast cast(Voices voices) {
    return new Cast(Equipment.installed(), voices, new RealPace(), audience);
  }

  @Override
  public void close() {}
}
