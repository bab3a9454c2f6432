package com.pfavanguard.records.web;

import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldError;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.records.EditReader;
import com.pfavanguard.records.domain.DraftChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Turns the JSON of a batch into typed edits, naming every value that is not of its field's type.
 */
final class ChangeReader {
  private final List<FieldError> errors = new ArrayList<>();

  private ChangeReader() {}

  /**
   * @throws ApiException 422 naming every bad value
   */
  static List<DraftChange> read(List<DraftController.Change> changes) {
    ChangeReader reader = new ChangeReader();
    List<DraftChange> read = new ArrayList<>();
    for (int index = 0; index < changes.size(); index++) {
      read.add(reader.read(index, changes.get(index)));
    }
    if (!reader.errors.isEmpty()) {
      throw ApiException.invalid(List.copyOf(reader.errors));
    }
    return read;
  }

  private DraftChange read(int index, DraftController.@Nullable Change change) {
    if (change == null || change.pfaId() == null || change.pfaId().isBlank()) {
      errors.add(new FieldError(index, null, "pfaId", "required", "Every change names its pfaId."));
      return new DraftChange("", null, FieldValues.EMPTY, null);
    }
    String pfaId = change.pfaId();
    Map<String, JsonNode> fields = change.fields() == null ? Map.of() : change.fields();
    if (fields.isEmpty()) {
      errors.add(new FieldError(index, pfaId, "fields", "required", "Every change sets a field."));
    }
    return new DraftChange(
        pfaId,
        change.baseVersion(),
        EditReader.read(index, pfaId, fields, errors::add),
        change.reason());
  }
}
