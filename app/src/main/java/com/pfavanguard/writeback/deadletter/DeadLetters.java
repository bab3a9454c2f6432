package com.pfavanguard.writeback.deadletter;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.OrganizationAccess;
import com.pfavanguard.identity.Permission;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.kernel.database.DatabaseSignals;
import com.pfavanguard.records.EditCheck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Dead letters sent on their way again, or given up by a named person with a reason. */
@Service
@Role.Server
class DeadLetters {
  /** Dead letters per bulk call: what fits in one short transaction. */
  static final int LIMIT = 1_000;

  private final Tenancy tenancy;
  private final DeadLetterStore store;
  private final EditCheck check;
  private final Corrections corrections;
  private final LettersOut out;
  private final DatabaseSignals signals;

  DeadLetters(
      Tenancy tenancy,
      DeadLetterStore store,
      EditCheck check,
      Corrections corrections,
      LettersOut out,
      DatabaseSignals signals) {
    this.tenancy = tenancy;
    this.store = store;
    this.check = check;
    this.corrections = corrections;
    this.out = out;
    this.signals = signals;
  }

  /**
   * Which dead letter a request means.
   *
   * @param organizations those of the caller that it may belong to
   */
  record Target(Caller caller, Collection<String> organizations, long id) {}

  /** What a bulk call did; the refused ones hold fields that the caller may not edit. */
  record Bulk(List<DeadLetter> done, List<DeadLetter> refused) {
    boolean more() {
      return done.size() + refused.size() == LIMIT;
    }
  }

  /**
   * Queues the edit again, in its old place of the commit order and with its old base: what PEMS
   * changed in between is merged or becomes a conflict.
   *
   * @param correction reads what is to be written instead; empty to leave it
   * @throws ApiException 403 without Sync or the permission to edit a field; 404 unknown; 409
   *     {@code not_a_dead_letter}; 422 when the correction breaks a rule
   */
  DeadLetter replay(Target target, Function<DeadLetter, FieldValues> correction) {
    DeadLetter replayed =
        tenancy.within(
            target.organizations(),
            () -> {
              DeadLetter letter = lock(target);
              OrganizationAccess access = access(target, letter);
              FieldValues given = correction.apply(letter);
              FieldValues payload =
                  given.isEmpty()
                      ? letter.edit().payload()
                      : corrections.correct(access, letter, given);
              out.replay(access.caller(), List.of(letter), payload);
              return letter;
            });
    signals.notify("vanguard_queue");
    return replayed;
  }

  /**
   * @throws ApiException as {@link #replay}
   */
  DeadLetter discard(Target target, String reason) {
    return tenancy.within(
        target.organizations(),
        () -> {
          DeadLetter letter = lock(target);
          access(target, letter);
          out.discard(target.caller(), List.of(letter), reason);
          return letter;
        });
  }

  /** The same for every dead letter of one cause, at most {@link #LIMIT}. */
  Bulk replayAll(OrganizationAccess access, String cause) {
    Bulk bulk =
        tenancy.within(
            access.organizationId(),
            () -> {
              Bulk found = lockByCause(access, cause);
              out.replay(access.caller(), found.done(), null);
              return found;
            });
    signals.notify("vanguard_queue");
    return bulk;
  }

  Bulk discardAll(OrganizationAccess access, String cause, String reason) {
    return tenancy.within(
        access.organizationId(),
        () -> {
          Bulk found = lockByCause(access, cause);
          out.discard(access.caller(), found.done(), reason);
          return found;
        });
  }

  private Bulk lockByCause(OrganizationAccess access, String cause) {
    access.require(Permission.Sync);
    Bulk bulk = new Bulk(new ArrayList<>(), new ArrayList<>());
    for (DeadLetter letter : store.lockByCause(access.organizationId(), cause, LIMIT)) {
      boolean may = check.mayEdit(access, letter.edit().payload());
      (may ? bulk.done() : bulk.refused()).add(letter);
    }
    return bulk;
  }

  private DeadLetter lock(Target target) {
    DeadLetterStore.Row row =
        store
            .lock(target.organizations(), target.id())
            .orElseThrow(() -> ApiException.notFound("The dead letter"));
    target.caller().in(row.organizationId()).require(Permission.Sync);
    if (!row.status().equals("failed")) {
      throw ApiException.conflict(
          "not_a_dead_letter",
          "The edit is no dead letter (any more): its queue row is " + row.status() + ".");
    }
    return store.find(target.id());
  }

  private OrganizationAccess access(Target target, DeadLetter letter) {
    OrganizationAccess access =
        target.caller().in(letter.key().organizationId()).require(Permission.Sync);
    check.requireMayEdit(access, letter.edit().payload());
    return access;
  }
}
