package com.pfavanguard.simulator.portfolio;

/** An equipment category: a kind in one size. */
public record Category(String code, String description, String classCode, String className) {}
