package com.pfavanguard.release.judge;

/**
 * A verdict and its reason.
 *
 * @param reason for people: the value, n and the bound that decided
 */
public record Ruling(Verdict verdict, String reason) {}
