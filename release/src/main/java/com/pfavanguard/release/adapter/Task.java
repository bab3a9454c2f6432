package com.pfavanguard.release.adapter;

import java.util.function.Consumer;

/**
 * The step that an actor works for.
 *
 * @param progress takes a line for the person who waits
 */
public record Task(Release release, String step, Consumer<String> progress) {

  /** The same for every attempt at this step of this deployment: the key of its effect. */
  public String effectId() {
    return release.id() + "/" + step;
  }
}
