package com.pfavanguard.release.run;

import com.pfavanguard.release.adapter.Equipment;
import com.pfavanguard.release.people.Voices;

/** What a release works with: adapters, people, time, and who watches. */
public record Cast(Equipment equipment, Voices voices, Pace pace, Audience audience) {}
