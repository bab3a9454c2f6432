package com.pfavanguard.release.adapter;

import com.pfavanguard.release.journal.Json;
import tools.jackson.databind.node.ObjectNode;

/** Facts by path, on their way into the journal. */
public final class FactTree {
  private final ObjectNode root = Json.object();

  public FactTree put(String path, long value) {
    parent(path).put(name(path), value);
    return this;
  }

  public FactTree put(String path, double value) {
    parent(path).put(name(path), value);
    return this;
  }

  public FactTree put(String path, String value) {
    parent(path).put(name(path), value);
    return this;
  }

  /** Truth is 1 or 0. */
  public FactTree put(String path, boolean value) {
    return put(path, value ? 1L : 0L);
  }

  public Deed done() {
    return new Deed.Done(root);
  }

  public Sight seen() {
    return new Sight.Done(root);
  }

  private ObjectNode parent(String path) {
    ObjectNode at = root;
    String[] names = path.split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      at = at.withObjectProperty(names[i]);
    }
    return at;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
