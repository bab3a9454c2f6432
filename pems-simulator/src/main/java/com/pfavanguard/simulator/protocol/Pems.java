package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.settings.CurrentSettings;
import com.pfavanguard.simulator.store.RecordStore;
import java.time.InstantSource;

/** The simulated tenant: its records, its switches, its account and its clock. */
public record Pems(
    RecordStore store, CurrentSettings settings, Account account, InstantSource clock) {}
