package com.pfavanguard.release.run;

import com.pfavanguard.release.adapter.Adapters;
import com.pfavanguard.release.evidence.Answers;
import com.pfavanguard.release.people.Voices;

/**
 * Everything around a runner.
 *
 * @param anchor keeps the journal's head outside of the evidence; throws when it cannot
 */
public record World(
    Adapters adapters,
    Voices voices,
    Answers answers,
    Pace pace,
    Audience audience,
    Runnable anchor) {}
