package com.pfavanguard.simulator.portfolio;

/** A piece in the asset master. */
public record Asset(String code, String description, String organization, Category category) {}
