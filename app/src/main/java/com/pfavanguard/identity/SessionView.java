package com.pfavanguard.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner sees it; never its token.
 *
 * @param kind sign_in, access_token or impersonation
 * @param name of an access token
 * @param permissions to which it is narrowed; null when not
 * @param organizations to which it is narrowed; null when not
 * @param impersonatedBy the username of whoever opened it as this user
 * @param lastUsedAt to the minute; null when never
 */
public record SessionView(
    UUID sessionId,
    String kind,
    @Nullable String name,
    @Nullable List<String> permissions,
    @Nullable List<String> organizations,
    @Nullable String impersonatedBy,
    @Nullable String address,
    @Nullable String userAgent,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    boolean current) {}
