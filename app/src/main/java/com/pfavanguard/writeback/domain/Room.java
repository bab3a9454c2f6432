package com.pfavanguard.writeback.domain;

/**
 * How many more edits a worker takes on for a connection.
 *
 * @param newcomers beyond these, first edits of organizations that have nothing in flight: they
 *     need not wait until a busy organization's edits are over
 */
public record Room(String connection, int edits, int newcomers) {}
