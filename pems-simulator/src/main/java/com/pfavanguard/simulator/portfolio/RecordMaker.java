package com.pfavanguard.simulator.portfolio;

import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.PfaRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Makes one record from the seed, the organization and the index. */
final class RecordMaker {
  /** The generated world's today: what has begun before may be on site. */
  static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  private static final Instant FIRST_CHANGE = Instant.parse("2026-01-05T06:00:00Z");
  private static final int CHANGE_SECONDS = 299 * 24 * 3600;
  private static final List<String> AREAS =
      List.of(
          "Train 1",
          "Train 2",
          "Train 3",
          "LNG Tanks",
          "Marine & Jetty",
          "Utilities",
          "Inlet / Pre-treatment",
          "Site Indirects",
          "Camp & Logistics");
  private static final List<String> PEOPLE =
      List.of("JDOE", "MGARCIA", "KTANAKA", "AOKAFOR", "LNOVAK", "SPATEL", "INTERFACE");

  private final long seed;
  private final List<CatalogueItem> items;
  private final List<Asset> assets;

  RecordMaker(Catalogue catalogue, long seed) {
    this.seed = seed;
    this.items = catalogue.catalogueItems();
    this.assets = catalogue.assets();
  }

  PfaRecord make(String organization, int index) {
    Dice dice = new Dice(seed, organization.hashCode(), index);
    PfaRecord.Builder record = new PfaRecord.Builder();
    record.set(PfaField.PFA_ID, Portfolio.pfaId(index));
    record.set(PfaField.ORGANIZATION, organization);
    CatalogueItem item = dice.pick(items);
    describe(record, item, dice);
    Money.set(record, item.terms(), dice);
    Layers.set(record, item.terms().months(), dice);
    administer(record, dice);
    OddValues.apply(record, index);
    return record.build();
  }

  private static void describe(PfaRecord.Builder record, CatalogueItem item, Dice dice) {
    Category category = item.category();
    String area = dice.pick(AREAS);
    int maker = dice.below(item.makers().size());
    record.set(PfaField.AREA_SILO, area);
    record.set(PfaField.DESCRIPTION, category.description() + " - " + area);
    record.set(PfaField.CATEGORY, category.code());
    record.set(PfaField.CATEGORY_DESCRIPTION, category.description());
    record.set(PfaField.EQUIPMENT_CLASS, category.classCode());
    record.set(PfaField.MANUFACTURER, item.makers().get(maker));
    record.set(PfaField.MODEL, item.models().get(maker));
    record.set(PfaField.DOR, dice.percent(18) ? "BEO" : "PROJECT");
  }

  private void administer(PfaRecord.Builder record, Dice dice) {
    record.set(PfaField.IS_DISCONTINUED, dice.percent(4));
    record.set(PfaField.IS_FUNDS_TRANSFERABLE, dice.percent(22));
    if (dice.percent(70)) {
      record.set(PfaField.CONTRACT, "CA-" + (10_000 + dice.below(900)));
      record.set(PfaField.CONTRACT_REVISION, Integer.toString(dice.below(6)));
    }
    if (Boolean.TRUE.equals(record.get(PfaField.IS_ACTUALIZED)) && dice.percent(80)) {
      record.set(PfaField.EQUIPMENT, dice.pick(assets).code());
    }
    record.set(PfaField.LAST_CHANGED_BY, dice.pick(PEOPLE));
    record.set(PfaField.LAST_CHANGED_AT, FIRST_CHANGE.plusSeconds(dice.below(CHANGE_SECONDS)));
    record.set(PfaField.VERSION, (long) dice.between(1, 40));
  }
}
