package com.pfavanguard.writeback.resolve;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.records.ShownValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outcome of a resolution as preview and resolve answer it: the same words for both. */
final class PlanJson {
  private PlanJson() {}

  static Map<String, @Nullable Object> of(Caller caller, Plan plan) {
    String organization = plan.conflict().key().organizationId();
    ShownValues shown = new ShownValues(caller.in(organization));
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", plan.conflict().id());
    json.put("organizationId", organization);
    json.put("pfaId", plan.conflict().key().pfaId());
    json.put("modificationId", plan.conflict().ours().modificationId());
    json.put("resolution", plan.resolution().name());
    json.put("outcome", plan.outcome().name());
    json.put("pemsVersion", plan.now().version());
    json.put("writes", writes(plan, shown));
    json.put("givesUp", givesUp(plan));
    json.put("result", shown.fields(plan.result()));
    json.put("costBefore", shown.amount(plan.costBefore()));
    json.put("costAfter", shown.amount(plan.costAfter()));
    json.put("costImpact", shown.amount(plan.costImpact()));
    json.put("needsSecondPerson", plan.needsSecondPerson());
    json.put("carriedBy", plan.foldsInto());
    return json;
  }

  private static List<Map<String, @Nullable Object>> writes(Plan plan, ShownValues shown) {
    List<Map<String, @Nullable Object>> writes = new ArrayList<>();
    FieldValues now = plan.now().values();
    for (PfaField field : plan.payload().fields()) {
      Map<String, @Nullable Object> write = new LinkedHashMap<>();
      write.put("field", field.apiName());
      write.put("from", shown.value(field, now.get(field)));
      write.put("to", shown.value(field, plan.payload().get(field)));
      writes.add(write);
    }
    return writes;
  }

  /** Fields of our edit whose value does not reach PEMS. */
  private static List<String> givesUp(Plan plan) {
    FieldValues ours = plan.conflict().ours().values();
    return ours.fields().stream()
        .filter(field -> !plan.result().agreesOn(field, ours))
        .map(PfaField::apiName)
        .toList();
  }
}
