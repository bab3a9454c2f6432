package com.pfavanguard.launcher.smoke;

/**
 * What came of one check.
 *
 * @param detail what was seen, or why it failed
 */
public record CheckResult(String name, boolean passed, long milliseconds, String detail) {}
