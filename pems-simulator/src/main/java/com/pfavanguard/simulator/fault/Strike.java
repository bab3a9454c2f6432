package com.pfavanguard.simulator.fault;

import com.pfavanguard.simulator.portfolio.Dice;

/** A fault that happens to a request, with the seeded chance for its details. */
public record Strike(Fault fault, Dice dice) {}
