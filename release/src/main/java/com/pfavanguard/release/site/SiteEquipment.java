package com.pfavanguard.release.site;

import com.pfavanguard.launcher.Installation;
import com.pfavanguard.release.adapter.Actor;
import com.pfavanguard.release.adapter.Adapters;
import com.pfavanguard.release.adapter.Equipment;
import com.pfavanguard.release.adapter.Release;
import com.pfavanguard.release.adapter.Source;
import com.pfavanguard.release.definition.Definition;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Opens what a definition's targets and secrets name. What is not configured has no adapter. */
public final class SiteEquipment implements Equipment {
  @Override
  public Adapters open(Definition definition, Release release) throws IOException {
    Site site = Site.of(definition, Installation.detect());
    Map<String, Source> byKind = new SiteSources(site, Clock.systemUTC()).byKind();
    Map<String, Source> sources = new HashMap<>();
    definition
        .checklist()
        .sources()
        .forEach(
            (name, kind) -> {
              Source source = byKind.get(kind);
              if (source != null) {
                sources.put(name, source);
              }
            });
    Map<String, Actor> actors = new HashMap<>();
    new SiteActors(site).all().forEach(actor -> actors.put(actor.area(), actor));
    return new Adapters(sources, actors);
  }
}
