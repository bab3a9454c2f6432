package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.portfolio.Codes;
import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.PfaRecord;
import com.pfavanguard.simulator.record.RecordKey;
import com.pfavanguard.simulator.settings.Setting;
import com.pfavanguard.simulator.store.RecordStore;
import com.pfavanguard.simulator.store.Write;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** POST /userdefinedscreenservices: single records. */
final class ScreenService {
  private final RecordStore store;
  private final Codes codes;
  private final String user;

  ScreenService(Pems pems) {
    this.store = pems.store();
    this.codes = store.portfolio().catalogue().codes();
    this.user = pems.account().user();
  }

  Reply answer(JsonNode body, RequestContext context) {
    ScreenRequest request = ScreenRequest.parse(body, context);
    return switch (context.operation()) {
      case GET -> screen(context, find(request.key()), null);
      case GETDEFAULT -> screen(context, ScreenDefaults.of(request, user, context.now()), null);
      case ADD -> add(request, context);
      case UPDATE -> update(request, context);
      case DELETE -> delete(request, context);
      default -> throw new IllegalStateException(context.operation() + " is no screen operation");
    };
  }

  private PfaRecord find(RecordKey key) {
    return store.find(key).orElseThrow(PemsRefusal::notFound);
  }

  private Reply add(ScreenRequest request, RequestContext context) {
    RecordKey key = request.key();
    if (!codes.isOrganization(key.organization())) {
      throw PemsRefusal.invalid("'%s' is not a valid Organization".formatted(key.organization()));
    }
    new ScreenRules(context, codes).check(request.values());
    store.commit(
        key,
        Write.Action.ADD,
        user,
        before -> {
          if (before.isPresent()) {
            throw PemsRefusal.invalid("The record already exists.");
          }
          return Optional.of(
              ScreenDefaults.of(request, user, context.now()).with(request.values()));
        });
    return screen(context, find(key), "Record was added");
  }

  private Reply update(ScreenRequest request, RequestContext context) {
    new ScreenRules(context, codes).check(request.values());
    store.commit(
        request.key(),
        Write.Action.UPDATE,
        user,
        before -> {
          PfaRecord record = unlocked(before, request, context);
          return Optional.of(record.with(changes(request, context)));
        });
    return screen(context, find(request.key()), "Record was updated");
  }

  private static Map<PfaField, @Nullable Object> changes(
      ScreenRequest request, RequestContext context) {
    Map<PfaField, @Nullable Object> changes = new EnumMap<>(PfaField.class);
    if (context.settings().on(Setting.MISSING_FIELDS_BECOME_NULL)) {
      for (PfaField field : PfaField.all()) {
        if (!field.isKept()) {
          changes.put(field, null);
        }
      }
    }
    changes.putAll(request.values());
    return changes;
  }

  private Reply delete(ScreenRequest request, RequestContext context) {
    store.commit(
        request.key(),
        Write.Action.DELETE,
        user,
        before -> {
          unlocked(before, request, context);
          return Optional.empty();
        });
    return new Reply("Record was deleted", json -> {});
  }

  /** The record, unless the request was made from an older version of it. */
  private static PfaRecord unlocked(
      Optional<PfaRecord> before, ScreenRequest request, RequestContext context) {
    PfaRecord record = before.orElseThrow(PemsRefusal::notFound);
    Long expected = request.recordid();
    if (expected != null
        && expected != record.recordid()
        && context.settings().on(Setting.RECORDID_ENFORCED)) {
      throw PemsRefusal.stale(context.settings());
    }
    return record;
  }

  private static Reply screen(RequestContext context, PfaRecord record, @Nullable String info) {
    return new Reply(info, json -> ScreenAnswer.write(json, record, context));
  }
}
