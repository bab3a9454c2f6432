package com.pfavanguard.trial.stage;

/**
 * What the two tenants bear, each as requests a second and as many at once after a rest: the same
 * numbers for the simulators and for the product.
 */
public record Budget(int main, int second) {
  /** So little that authors in a hurry are held up by it. */
  public static final Budget TIGHT = new Budget(40, 20);
}
