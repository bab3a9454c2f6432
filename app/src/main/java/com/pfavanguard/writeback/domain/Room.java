package com.pfavanguard.writeback.domain;

/** How many more edits a worker takes on for a connection. */
public record Room(String connection, int edits) {}
