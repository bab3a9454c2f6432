package com.pfavanguard.release.run;

import java.util.Map;

/** What a plan rests on, by the hash of its bytes as they are now. */
@FunctionalInterface
public interface Pins {
  Map<String, String> now();
}
