package com.pfavanguard.kernel;

/** Identity of a record: {@code pfaId} is unique only inside its organization. */
public record PfaKey(String organizationId, String pfaId) implements Comparable<PfaKey> {
  @Override
  public int compareTo(PfaKey other) {
    int byOrganization = organizationId.compareTo(other.organizationId);
    return byOrganization != 0 ? byOrganization : pfaId.compareTo(other.pfaId);
  }
}
