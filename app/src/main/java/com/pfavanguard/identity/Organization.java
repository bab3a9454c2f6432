package com.pfavanguard.identity;

/**
 * One construction project.
 *
 * @param currency ISO 4217 code of all its money
 * @param pemsConnection id of the PEMS connection it is read from and written to
 * @param pemsOrganization its code in PEMS; server-side configuration, never from a request
 */
public record Organization(
    String id, String name, String currency, String pemsConnection, String pemsOrganization) {}
