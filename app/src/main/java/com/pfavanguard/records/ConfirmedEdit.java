package com.pfavanguard.records;

import java.util.UUID;

/**
 * An edit that PEMS holds.
 *
 * @param version of the record that confirmed it
 * @param overtook versions in between that nobody here has seen; 0 where PEMS checks the recordid
 */
public record ConfirmedEdit(UUID modificationId, long version, long overtook) {}
