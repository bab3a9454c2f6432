package com.pfavanguard.trial.bench;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was measured.
 *
 * @param kept whether it is as promised
 * @param lines the same for people
 */
record Result(boolean kept, ObjectNode json, List<String> lines) {}
