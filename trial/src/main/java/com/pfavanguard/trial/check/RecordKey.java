package com.pfavanguard.trial.check;

/** One record of one organization. */
public record RecordKey(String organization, String pfaId) {
  @Override
  public String toString() {
    return organization + "/" + pfaId;
  }
}
