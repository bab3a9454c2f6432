package com.pfavanguard.release.adapter;

import java.util.Map;
import java.util.Optional;

/**
 * Everything a release can reach.
 *
 * @param sources by the name that the definition gives them
 * @param actors by area
 */
public record Adapters(Map<String, Source> sources, Map<String, Actor> actors) {

  /** Who does {@code flag.disable}: the actor of {@code flag}. */
  public Optional<Actor> actorOf(String verb) {
    return Optional.ofNullable(actors.get(verb.substring(0, verb.indexOf('.'))));
  }
}
