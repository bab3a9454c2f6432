package com.pfavanguard.history.web;

import com.pfavanguard.history.domain.Explanation.Choice;
import com.pfavanguard.identity.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Where a choice is made in the API and who may make it.
 *
 * @param path null where it is not made in the API; {@code {conflictId}} and {@code {deadLetterId}}
 *     are filled in
 */
record ChoiceLink(@Nullable Permission permission, @Nullable String path) {

  static ChoiceLink of(Choice choice) {
    return switch (choice) {
      case commit_draft -> new ChoiceLink(Permission.Sync, "/api/pfa-data/commit-drafts");
      case discard_draft -> new ChoiceLink(Permission.SaveDraft, "/api/pfa-data/discard-drafts");
      case hurry -> new ChoiceLink(Permission.Sync, "/api/pems/write-sync");
      case resume_auto_sync, accept_schema_change ->
          new ChoiceLink(Permission.ManageSettings, null);
      case resolve_conflict ->
          new ChoiceLink(Permission.Sync, "/api/pems/conflicts/{conflictId}/resolve");
      case approve_resolution ->
          new ChoiceLink(Permission.Sync, "/api/pems/conflicts/{conflictId}/approve");
      case reject_resolution ->
          new ChoiceLink(Permission.Sync, "/api/pems/conflicts/{conflictId}/reject");
      case replay, edit_and_replay ->
          new ChoiceLink(Permission.Sync, "/api/pems/dead-letters/{deadLetterId}/replay");
      case discard_edit ->
          new ChoiceLink(Permission.Sync, "/api/pems/dead-letters/{deadLetterId}/discard");
      case start_read -> new ChoiceLink(Permission.RefreshData, "/api/pems/sync");
      case ask_an_operator -> new ChoiceLink(null, null);
    };
  }
}
