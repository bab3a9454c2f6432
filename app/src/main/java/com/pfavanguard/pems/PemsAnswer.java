package com.pfavanguard.pems;

/**
 * What PEMS answered, word for word but for secrets, and no longer than a person reads.
 *
 * @param status of HTTP
 * @param body its beginning; it may hold amounts
 */
public record PemsAnswer(int status, String body) {}
