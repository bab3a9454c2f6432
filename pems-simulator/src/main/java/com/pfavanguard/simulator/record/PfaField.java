package com.pfavanguard.simulator.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The fields of a PFA record: domain name, screen name (its lower case is the grid alias), type.
 */
public enum PfaField {
  PFA_ID("pfaId", "PFS_ID", FieldType.TEXT, 30, "PFA ID"),
  ORGANIZATION("organization", "PFS_A_ORG", FieldType.TEXT, 15, "Organization"),
  DESCRIPTION("description", "DESCRIPTION", FieldType.TEXT, 240, "Description"),
  AREA_SILO("areaSilo", "PFS_A_CORPORATE", FieldType.TEXT, 80, "Area / Silo"),
  CATEGORY("category", "PFS_F_CATEGORY", FieldType.TEXT, 30, "Category"),
  CATEGORY_DESCRIPTION(
      "categoryDescription", "PFS_F_CATDESC", FieldType.TEXT, 120, "Category Description"),
  EQUIPMENT_CLASS("equipmentClass", "PFS_F_CLASS", FieldType.TEXT, 30, "Class"),
  MANUFACTURER("manufacturer", "PFS_F_MANUFACT", FieldType.TEXT, 80, "Manufacturer"),
  MODEL("model", "PFS_F_MODEL", FieldType.TEXT, 80, "Model"),
  SOURCE("source", "PFS_F_SOURCE", FieldType.TEXT, 20, "Source"),
  DOR("dor", "PFS_F_DOR", FieldType.TEXT, 20, "DOR"),
  MONTHLY_RATE("monthlyRate", "PFS_F_RATE", FieldType.NUMBER, 24, "Forecast Monthly Rate"),
  PURCHASE_PRICE("purchasePrice", "PFS_F_PRICE", FieldType.NUMBER, 24, "Forecast Price"),
  PLAN_START("planStart", "PFS_P_STARTDATE", FieldType.DATE, 10, "Plan Start"),
  PLAN_END("planEnd", "PFS_P_ENDDATE", FieldType.DATE, 10, "Plan End"),
  PLAN_MONTHLY_RATE("planMonthlyRate", "PFS_P_RATE", FieldType.NUMBER, 24, "Plan Monthly Rate"),
  PLAN_PURCHASE_PRICE("planPurchasePrice", "PFS_P_PRICE", FieldType.NUMBER, 24, "Plan Price"),
  FORECAST_START("forecastStart", "PFS_F_STARTDATE", FieldType.DATE, 10, "Forecast Start"),
  FORECAST_END("forecastEnd", "PFS_F_ENDDATE", FieldType.DATE, 10, "Forecast End"),
  ACTUAL_START("actualStart", "PFS_A_STARTDATE", FieldType.DATE, 10, "Actual Start"),
  ACTUAL_END("actualEnd", "PFS_A_ENDDATE", FieldType.DATE, 10, "Actual End"),
  IS_ACTUALIZED("isActualized", "PFA_ACT", FieldType.FLAG, 5, "Actualized"),
  IS_DISCONTINUED("isDiscontinued", "PFA_DIS", FieldType.FLAG, 5, "Discontinued"),
  IS_FUNDS_TRANSFERABLE("isFundsTransferable", "PFS_FT", FieldType.FLAG, 5, "Funds Transferable"),
  CONTRACT("contract", "PFA_CA_CONTRACT", FieldType.TEXT, 30, "Contract"),
  CONTRACT_REVISION(
      "contractRevision", "PFA_CA_CONTRACTRE", FieldType.TEXT, 10, "Contract Revision"),
  EQUIPMENT("equipment", "PFS_EQUIPMENT", FieldType.TEXT, 30, "Equipment"),
  LAST_CHANGED_BY("lastChangedBy", "PFS_F_LAST_CHANGE_BY", FieldType.TEXT, 30, "Last Changed By"),
  LAST_CHANGED_AT("lastChangedAt", "PFS_F_INTLASTUPDATED", FieldType.MOMENT, 30, "Last Updated"),
  VERSION("version", "RECORDID", FieldType.COUNTER, 18, "Record ID");

  private static final List<PfaField> ALL = List.of(values());
  private static final Map<String, PfaField> BY_SCREEN = index(PfaField::screenName);
  private static final Map<String, PfaField> BY_DOMAIN = index(PfaField::domainName);

  private final String domainName;
  private final String screenName;
  private final FieldType type;
  private final int maxLength;
  private final String label;

  PfaField(String domainName, String screenName, FieldType type, int maxLength, String label) {
    this.domainName = domainName;
    this.screenName = screenName;
    this.type = type;
    this.maxLength = maxLength;
    this.label = label;
  }

  public static List<PfaField> all() {
    return ALL;
  }

  public static Optional<PfaField> ofScreen(String name) {
    return Optional.ofNullable(BY_SCREEN.get(name)).filter(PfaField::onScreen);
  }

  public static Optional<PfaField> ofAlias(String alias) {
    return Optional.ofNullable(BY_SCREEN.get(alias.toUpperCase(Locale.ROOT)));
  }

  public static Optional<PfaField> ofDomain(String name) {
    return Optional.ofNullable(BY_DOMAIN.get(name));
  }

  /** Where the field stands among all, from 0. */
  @SuppressWarnings("EnumOrdinal") // the index of arrays that live no longer than the process
  public int place() {
    return ordinal();
  }

  public String domainName() {
    return domainName;
  }

  public String screenName() {
    return screenName;
  }

  public String alias() {
    return screenName.toLowerCase(Locale.ROOT);
  }

  public FieldType type() {
    return type;
  }

  /** Characters of a text, digits of a number. */
  public int maxLength() {
    return maxLength;
  }

  public String label() {
    return label;
  }

  /** The record's counter is a column of the grid but stands beside the screen's fields. */
  public boolean onScreen() {
    return this != VERSION;
  }

  /** The key and what PEMS itself keeps: a write does not change these. */
  public boolean isKept() {
    return switch (this) {
      case PFA_ID, ORGANIZATION, LAST_CHANGED_BY, LAST_CHANGED_AT, VERSION -> true;
      default -> false;
    };
  }

  private static Map<String, PfaField> index(Function<PfaField, String> name) {
    return Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(name, Function.identity()));
  }
}
