package com.pfavanguard.identity;

import org.jspecify.annotations.Nullable;

/**
 * What kind of session this is.
 *
 * @param impersonatedBy the username of whoever is looking as the user; null otherwise
 * @param passwordChangeDue whether nothing but changing the password is served
 */
public record Standing(
    SessionKind kind, @Nullable String impersonatedBy, boolean passwordChangeDue) {}
