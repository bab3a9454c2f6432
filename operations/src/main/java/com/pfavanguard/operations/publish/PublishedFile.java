package com.pfavanguard.operations.publish;

/** What a published file holds. */
public record PublishedFile(String sha256, long bytes) {}
