package com.pfavanguard.simulator.portfolio;

import com.pfavanguard.simulator.record.PfaRecord;
import com.pfavanguard.simulator.record.PortfolioSize;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The base data: record i of an organization is a pure function of the seed and i, so nothing is
 * stored and a larger portfolio begins with the records of a smaller one.
 */
public final class Portfolio {
  /** No generated record was changed after this. */
  public static final Instant NEWEST = Instant.parse("2026-11-01T00:00:00Z");

  private static final int HUNDRED = 100;
  private final PortfolioSize size;
  private final Catalogue catalogue;
  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private final RecordMaker maker;

  public Portfolio(Catalogue catalogue, PortfolioSize size) {
    this.catalogue = catalogue;
    this.size = size;
    this.maker = new RecordMaker(catalogue, size.seed());
    int given = 0;
    int share = 0;
    for (Organization organization : catalogue.organizations()) {
      share += organization.share();
      int upTo = (int) ((long) size.records() * share / HUNDRED);
      sizes.put(organization.code(), upTo - given);
      given = upTo;
    }
  }

  public PortfolioSize size() {
    return size;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /** Every organization, those without records too. */
  public List<Organization> organizations() {
    return catalogue.organizations();
  }

  /** Base records of an organization, 0 for an unknown one. */
  public int size(String organization) {
    return sizes.getOrDefault(organization, 0);
  }

  /** Ids ascend with the index, as texts too. */
  public static String pfaId(int index) {
    String digits = Integer.toString(index + 1);
    return "PFA-0000000".substring(0, 11 - digits.length()) + digits;
  }

  /** The index of a base record's id, or -1 when the organization's base has no such id. */
  public int indexOf(String organization, String pfaId) {
    if (pfaId.length() != 11 || !pfaId.startsWith("PFA-")) {
      return -1;
    }
    try {
      int index = Integer.parseInt(pfaId.substring(4)) - 1;
      return index >= 0 && index < size(organization) && pfaId(index).equals(pfaId) ? index : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  public PfaRecord record(String organization, int index) {
    return maker.make(organization, index);
  }
}
