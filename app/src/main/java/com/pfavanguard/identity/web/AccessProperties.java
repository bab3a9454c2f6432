package com.pfavanguard.identity.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param allowedOrigins origins other than our own address whose pages may open a WebSocket
 * @param requestsPerMinute of one user, or of one address before signing in
 * @param signInsPerMinute of one address
 * @param writeSyncPerMinute hurried writes of one user
 */
@ConfigurationProperties("vanguard.access")
record AccessProperties(
    List<String> allowedOrigins,
    int requestsPerMinute,
    int signInsPerMinute,
    int writeSyncPerMinute) {}
