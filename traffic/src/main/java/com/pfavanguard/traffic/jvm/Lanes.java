package com.pfavanguard.traffic.jvm;

import com.pfavanguard.traffic.Colour;

/** Both ways. */
record Lanes(Lane blue, Lane green) {
  Lane of(Colour colour) {
    return colour == Colour.BLUE ? blue : green;
  }
}
