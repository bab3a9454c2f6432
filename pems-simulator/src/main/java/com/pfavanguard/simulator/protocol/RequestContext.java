package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.fault.Strikes;
import com.pfavanguard.simulator.settings.Settings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operation knows of its request beside the body.
 *
 * @param organizationHeader null for none and for {@code *}
 * @param schema the tenant's, or what faults have made of it
 * @param now the server's clock, or what faults have made of it
 * @param strikes what goes wrong with the request
 */
record RequestContext(
    Operation operation,
    @Nullable String organizationHeader,
    Settings settings,
    Schema schema,
    Instant now,
    Strikes strikes) {}
