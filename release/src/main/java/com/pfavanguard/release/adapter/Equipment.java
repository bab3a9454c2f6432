package com.pfavanguard.release.adapter;

import com.pfavanguard.release.definition.Definition;
import java.io.IOException;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Opens the adapters that a definition names. Found by {@link ServiceLoader}: the runner knows none
 * of them.
 */
public interface Equipment {

  /**
   * @throws IOException when something that the definition names cannot be reached at all
   */
  Adapters open(Definition definition, Release release) throws IOException;

  /** What is installed beside the runner; without any, nothing can be measured or done. */
  static Equipment installed() {
    return ServiceLoader.load(Equipment.class)
        .findFirst()
        .orElse((definition, release) -> new Adapters(Map.of(), Map.of()));
  }
}
