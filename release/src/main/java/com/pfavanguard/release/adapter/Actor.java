package com.pfavanguard.release.adapter;

import com.pfavanguard.release.definition.Definition.Action;
import org.jspecify.annotations.Nullable;

/**
 * Does the verbs of one area: {@code flag} has {@code flag.disable}, {@code flag.enable} and looks
 * by {@code flag.state}.
 */
public interface Actor {

  /** The word before the dot. */
  String area();

  /**
   * Looks, without any effect, whether the act was done by this deployment. After a crash this
   * alone decides whether to act, so it must never guess: what cannot be seen is {@link
   * Sight.Unclear}.
   */
  Sight observe(Task task, Action observe, Action act);

  /**
   * Acts once. Whatever leaves an effect that cannot be taken back carries {@link Task#effectId} to
   * the other side where it has a place for one.
   */
  Deed act(Task task, Action act);

  /** What the act would do, in one sentence, for {@code plan}: without any effect. */
  default @Nullable String outlook(Task task, Action act) {
    return null;
  }
}
