package com.pfavanguard.kernel;

import static com.pfavanguard.kernel.FieldType.DATE;
import static com.pfavanguard.kernel.FieldType.DECIMAL;
import static com.pfavanguard.kernel.FieldType.FLAG;
import static com.pfavanguard.kernel.FieldType.MOMENT;
import static com.pfavanguard.kernel.FieldType.TEXT;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields of a PFA record beside its key and version: name in the API, column in the database,
 * default name on the PEMS screen (the grid alias is the same in lower case). Source: the domain's
 * record table.
 */
public enum PfaField {
  DESCRIPTION("description", "description", TEXT, "DESCRIPTION"),
  AREA_SILO("areaSilo", "area_silo", TEXT, "PFS_A_CORPORATE"),
  CATEGORY("category", "category", TEXT, "PFS_F_CATEGORY"),
  CATEGORY_DESCRIPTION("categoryDescription", "category_description", TEXT, "PFS_F_CATDESC"),
  EQUIPMENT_CLASS("equipmentClass", "equipment_class", TEXT, "PFS_F_CLASS"),
  MANUFACTURER("manufacturer", "manufacturer", TEXT, "PFS_F_MANUFACT"),
  MODEL("model", "model", TEXT, "PFS_F_MODEL"),
  SOURCE("source", "source", TEXT, "PFS_F_SOURCE"),
  DOR("dor", "dor", TEXT, "PFS_F_DOR"),
  MONTHLY_RATE("monthlyRate", "monthly_rate", DECIMAL, "PFS_F_RATE"),
  PURCHASE_PRICE("purchasePrice", "purchase_price", DECIMAL, "PFS_F_PRICE"),
  PLAN_START("planStart", "plan_start", DATE, "PFS_P_STARTDATE"),
  PLAN_END("planEnd", "plan_end", DATE, "PFS_P_ENDDATE"),
  PLAN_MONTHLY_RATE("planMonthlyRate", "plan_monthly_rate", DECIMAL, "PFS_P_RATE"),
  PLAN_PURCHASE_PRICE("planPurchasePrice", "plan_purchase_price", DECIMAL, "PFS_P_PRICE"),
  FORECAST_START("forecastStart", "forecast_start", DATE, "PFS_F_STARTDATE"),
  FORECAST_END("forecastEnd", "forecast_end", DATE, "PFS_F_ENDDATE"),
  ACTUAL_START("actualStart", "actual_start", DATE, "PFS_A_STARTDATE"),
  ACTUAL_END("actualEnd", "actual_end", DATE, "PFS_A_ENDDATE"),
  IS_ACTUALIZED("isActualized", "is_actualized", FLAG, "PFA_ACT"),
  IS_DISCONTINUED("isDiscontinued", "is_discontinued", FLAG, "PFA_DIS"),
  IS_FUNDS_TRANSFERABLE("isFundsTransferable", "is_funds_transferable", FLAG, "PFS_FT"),
  CONTRACT("contract", "contract", TEXT, "PFA_CA_CONTRACT"),
  CONTRACT_REVISION("contractRevision", "contract_revision", TEXT, "PFA_CA_CONTRACTRE"),
  EQUIPMENT("equipment", "equipment", TEXT, "PFS_EQUIPMENT"),
  LAST_CHANGED_BY("lastChangedBy", "last_changed_by", TEXT, "PFS_F_LAST_CHANGE_BY"),
  LAST_CHANGED_AT("lastChangedAt", "last_changed_at", MOMENT, "PFS_F_INTLASTUPDATED");

  private static final Set<PfaField> LOCKED =
      EnumSet.of(
          PLAN_START,
          PLAN_END,
          PLAN_MONTHLY_RATE,
          PLAN_PURCHASE_PRICE,
          ACTUAL_START,
          IS_ACTUALIZED,
          CONTRACT,
          CONTRACT_REVISION,
          LAST_CHANGED_BY,
          LAST_CHANGED_AT);

  /** Every field, in the order of all column lists. */
  public static final List<PfaField> ALL = List.of(values());

  private static final Map<String, PfaField> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(f -> f.apiName, f -> f));

  private final String apiName;
  private final String column;
  private final FieldType type;
  private final String screenName;

  PfaField(String apiName, String column, FieldType type, String screenName) {
    this.apiName = apiName;
    this.column = column;
    this.type = type;
    this.screenName = screenName;
  }

  public static Optional<PfaField> named(String apiName) {
    return Optional.ofNullable(BY_NAME.get(apiName));
  }

  public String apiName() {
    return apiName;
  }

  public String column() {
    return column;
  }

  public FieldType type() {
    return type;
  }

  /** Default name on the PEMS screen; tenants differ, see {@code vanguard.pems.fields}. */
  public String screenName() {
    return screenName;
  }

  public boolean editable() {
    return !LOCKED.contains(this);
  }

  /** Hidden from users without ViewFinancials. */
  public boolean money() {
    return type == DECIMAL;
  }

  /**
   * Metadata that PEMS maintains itself; not part of what planners call the content of a record.
   */
  public boolean bookkeeping() {
    return this == LAST_CHANGED_BY || this == LAST_CHANGED_AT;
  }
}
