package com.pfavanguard.release.run;

import com.pfavanguard.release.evidence.Anchor;
import com.pfavanguard.release.evidence.EvidenceFolder;
import com.pfavanguard.release.people.KeyFile;

/**
 * Where a release leaves its proof.
 *
 * @param key of the runner, which signs the journal
 */
public record Stage(EvidenceFolder folder, KeyFile key, Anchor anchor) {}
