package com.pfavanguard.writeback.deadletter;

import com.pfavanguard.kernel.FieldJson;
import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.kernel.PfaKey;
import com.pfavanguard.pems.PemsAnswer;
import com.pfavanguard.writeback.domain.SentRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dead letter as the rows of {@link #SELECT} hold it. */
final class DeadLetterRows {
  static final String SELECT =
      """
      SELECT q.id, q.organization_id, q.pfa_id, q.job_id, q.replays, q.attempts, q.completed_at,
             coalesce(q.last_error ->> 'code', 'unknown') AS cause, coalesce(q.last_error ->> 'message', '') AS message,
             q.last_error #>> '{request,action}' AS action, (q.last_error #>> '{request,recordid}')::bigint AS recordid,
             (q.last_error #>> '{request,sentAt}')::timestamptz AS sent_at, q.last_error #> '{request,fields}' AS sent,
             (q.last_error #>> '{response,status}')::int AS answer_status, q.last_error #>> '{response,body}' AS answer,
             m.modification_id, u.username, m.committed_at, m.reason, m.base_version, m.base, m.payload
        FROM pfa_write_queue q
        JOIN pfa_modification m ON m.modification_id = q.modification_id
        JOIN user_account u ON u.id = m.author_id
      """;

  private DeadLetterRows() {}

  static DeadLetter read(ResultSet row, int number) throws SQLException {
    return new DeadLetter(
        row.getLong("id"),
        new PfaKey(row.getString("organization_id"), row.getString("pfa_id")),
        row.getObject("job_id", UUID.class),
        row.getInt("replays"),
        new DeadLetter.Edit(
            row.getObject("modification_id", UUID.class),
            row.getString("username"),
            moment(row, "committed_at"),
            row.getString("reason"),
            row.getLong("base_version"),
            FieldJson.read(row.getString("base")),
            FieldJson.read(row.getString("payload"))),
        new DeadLetter.Failure(
            row.getString("cause"),
            row.getString("message"),
            row.getInt("attempts"),
            moment(row, "completed_at"),
            request(row),
            answer(row)));
  }

  private static @Nullable PemsAnswer answer(ResultSet row) throws SQLException {
    String body = row.getString("answer");
    return body == null ? null : new PemsAnswer(row.getInt("answer_status"), body);
  }

  private static @Nullable SentRequest request(ResultSet row) throws SQLException {
    String action = row.getString("action");
    if (action == null) {
      return null;
    }
    String sent = row.getString("sent");
    return new SentRequest(
        action,
        row.getObject("recordid", Long.class),
        sent == null ? FieldValues.EMPTY : FieldJson.read(sent),
        moment(row, "sent_at"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
