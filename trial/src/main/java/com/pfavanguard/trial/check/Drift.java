package com.pfavanguard.trial.check;

import java.util.Set;

/**
 * A stretch of the trial in which PEMS called a field otherwise, and the product had noticed.
 *
 * @param organizations those of the tenant that changed
 * @param screenName the field's usual name, which PEMS no longer knew
 * @param after sequence of that tenant's last write before it
 * @param until sequence of its last write in it
 */
public record Drift(
    String field, Set<String> organizations, String screenName, long after, long until) {

  boolean covers(PemsWrite write) {
    return organizations.contains(write.record().organization())
        && after < write.sequence()
        && write.sequence() <= until;
  }
}
