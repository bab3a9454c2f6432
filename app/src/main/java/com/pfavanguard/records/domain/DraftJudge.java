package com.pfavanguard.records.domain;

import static com.pfavanguard.identity.Permission.Delete;
import static com.pfavanguard.identity.Permission.EditActuals;
import static com.pfavanguard.identity.Permission.EditForecast;
import static com.pfavanguard.identity.Permission.ViewFinancials;

import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldError;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.FieldLimits.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with a batch of edits, so that the answer names all of it at
 * once.
 */
public final class DraftJudge {
  private final OrganizationAccess access;
  private final List<FieldError> errors = new ArrayList<>();

  public DraftJudge(OrganizationAccess access) {
    this.access = access;
  }

  /**
   * Judges one edit.
   *
   * @param base the record as PEMS had it when its author was shown it
   * @param shown the record as its author sees it without this edit
   * @throws ApiException 403 when a field of the edit needs a permission that the author lacks
   */
  public void judge(
      int index, String pfaId, FieldValues base, FieldValues shown, FieldValues edit) {
    requirePermissions(access, edit);
    EditRules.breaches(base, shown, edit).forEach(breach -> add(index, pfaId, breach));
  }

  /** Refuses a rate given to a purchase and a price given to a rental. */
  public void judgePlacement(int index, String pfaId, FieldValues shown, FieldValues edit) {
    EditRules.misplacedMoney(shown, edit).forEach(breach -> add(index, pfaId, breach));
  }

  /** Refuses what the tenant would not take whole. */
  public void judgeFit(int index, String pfaId, Map<PfaField, Limit> limits, FieldValues edit) {
    FittingRule.breaches(limits, edit).forEach(breach -> add(index, pfaId, breach));
  }

  private void add(int index, String pfaId, Breach breach) {
    add(index, pfaId, breach.field().apiName(), breach.code(), breach.message());
  }

  public void add(int index, String pfaId, @Nullable String field, String code, String message) {
    errors.add(new FieldError(index, pfaId, field, code, message));
  }

  /**
   * @throws ApiException 422 naming every error, when there was one
   */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw ApiException.invalid(List.copyOf(errors));
    }
  }

  /** Everything found so far. */
  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  /**
   * @throws ApiException 403 when a field of the edit needs a permission that the caller lacks
   */
  public static void requirePermissions(OrganizationAccess access, FieldValues edit) {
    edit.fields().forEach(field -> requirePermission(access, field));
  }

  /** Whether the caller has every permission that the fields of the edit need. */
  public static boolean mayEdit(OrganizationAccess access, FieldValues edit) {
    return edit.fields().stream()
        .allMatch(
            field ->
                access.may(permission(field)) && (!field.money() || access.may(ViewFinancials)));
  }

  private static void requirePermission(OrganizationAccess access, PfaField field) {
    access.require(permission(field));
    // Who may not see amounts may not set them either: the refusals would tell what they are.
    if (field.money()) {
      access.require(ViewFinancials);
    }
  }

  private static Permission permission(PfaField field) {
    return switch (field) {
      case ACTUAL_END -> EditActuals;
      case IS_DISCONTINUED -> Delete;
      default -> EditForecast;
    };
  }
}
