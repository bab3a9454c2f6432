package com.pfavanguard.records.domain;

import com.pfavanguard.kernel.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the next page begins: after the record of this id, in this order.
 *
 * @param value of the sort column in that record, in its text form; null when empty there
 */
public record RecordCursor(String sort, @Nullable String value, String pfaId) {

  public String encode() {
    byte[] json = JsonMapper.shared().writeValueAsBytes(this);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
  }

  /**
   * @throws ApiException 400 {@code bad_cursor} when the text is not a cursor of a listing in this
   *     order
   */
  public static RecordCursor decode(String text, RecordSort sort) {
    try {
      String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      RecordCursor cursor = JsonMapper.shared().readValue(json, RecordCursor.class);
      if (cursor != null && sort.text().equals(cursor.sort) && cursor.pfaId != null) {
        cursor.typedValue(sort);
        return cursor;
      }
    } catch (JacksonException | IllegalArgumentException e) {
      throw bad();
    }
    throw bad();
  }

  /** The value in the type of the sort column. */
  public @Nullable Object typedValue(RecordSort sort) {
    return value == null ? null : sort.column().type().parse(value);
  }

  private static ApiException bad() {
    return ApiException.badRequest(
        "bad_cursor", "The cursor does not belong to a listing in this order.");
  }
}
