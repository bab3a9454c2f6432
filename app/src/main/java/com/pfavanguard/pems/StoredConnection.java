package com.pfavanguard.pems;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is kept in the database, without its secret.
 *
 * @param keyId under which key of the secret source it is encrypted
 */
public record StoredConnection(
    String id,
    String baseUrl,
    String tenant,
    String username,
    ConnectionDraft.CredentialKind kind,
    @Nullable Instant secretEndsAt,
    ConnectionDraft.Budget budget,
    long keyId,
    String changedBy,
    Instant changedAt) {}
