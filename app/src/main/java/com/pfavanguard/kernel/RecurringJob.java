package com.pfavanguard.kernel;

import java.time.Duration;

/**
 * Work that one server of all does again and again; every bean of this type is run.
 *
 * @param name in scheduled_tasks; never reused for other work
 * @param every from the end of one run to the next
 */
public record RecurringJob(String name, Duration every, Runnable work) {}
