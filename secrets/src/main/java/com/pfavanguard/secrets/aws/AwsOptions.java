package com.pfavanguard.secrets.aws;

/**
 * Which part of AWS Secrets Manager is ours.
 *
 * @param prefix before each name, such as {@code prod/vanguard/}; empty: AWS is not used
 * @param region empty: as the machine says (AWS_REGION, its profile or its role)
 * @param endpoint of another service that speaks the same protocol; empty: Amazon's own
 */
public record AwsOptions(String prefix, String region, String endpoint) {
  public boolean used() {
    return !prefix.isBlank();
  }
}
