package com.pfavanguard.release.journal;

/**
 * Where a journal stood: what an anchor keeps outside of it, for a journal that was cut short does
 * not show it by itself.
 */
public record Head(long number, Digest digest) {}
