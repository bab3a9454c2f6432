package com.pfavanguard.credential.check;

import com.pfavanguard.secrets.check.Verdict;
import java.util.function.Supplier;

/**
 * A credential and how it is tried.
 *
 * @param label of its metrics
 */
record TriedCredential(String label, Supplier<Verdict> trial) {}
