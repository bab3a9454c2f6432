package com.pfavanguard.writeback.deadletter;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.pems.PemsAnswer;
import com.pfavanguard.records.ShownValues;
import com.pfavanguard.writeback.domain.SentRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dead letter as the API shows it; amounts only to those who may see them. */
final class DeadLetterJson {
  private final Caller caller;

  DeadLetterJson(Caller caller) {
    this.caller = caller;
  }

  Map<String, @Nullable Object> of(DeadLetter letter) {
    ShownValues shown = new ShownValues(caller.in(letter.key().organizationId()));
    DeadLetter.Edit edit = letter.edit();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", Long.toString(letter.id()));
    json.put("organizationId", letter.key().organizationId());
    json.put("pfaId", letter.key().pfaId());
    json.put("modificationId", edit.modificationId());
    json.put("jobId", letter.jobId());
    json.put("cause", letter.failure().cause());
    json.put("attempts", letter.failure().attempts());
    json.put("replays", letter.replays());
    json.put("failedAt", letter.failure().failedAt());
    json.put("committedAt", edit.committedAt());
    json.put("author", edit.author());
    json.put("reason", edit.reason());
    json.put("baseVersion", edit.baseVersion());
    json.put("base", shown.fields(edit.base()));
    json.put("fields", shown.fields(edit.payload()));
    json.put("request", request(letter, shown));
    json.put("response", response(letter));
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> request(
      DeadLetter letter, ShownValues shown) {
    SentRequest request = letter.failure().request();
    if (request == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("action", request.action());
    json.put("pfaId", letter.key().pfaId());
    json.put("recordid", request.recordid());
    json.put("sentAt", request.sentAt());
    json.put("fields", shown.fields(request.fields()));
    return json;
  }

  /** PEMS may repeat an amount, or the whole record, in its own words. */
  private Map<String, @Nullable Object> response(DeadLetter letter) {
    OrganizationAccess access = caller.in(letter.key().organizationId());
    PemsAnswer answer = letter.failure().answer();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("message", access.wordsOfPems(letter.failure().message()));
    json.put("status", answer == null ? null : answer.status());
    boolean whole = access.may(Permission.ViewFinancials);
    json.put("body", answer == null || !whole ? null : answer.body());
    return json;
  }
}
