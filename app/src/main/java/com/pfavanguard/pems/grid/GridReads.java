package com.pfavanguard.pems.grid;

import com.pfavanguard.pems.GridPage;
import com.pfavanguard.pems.GridQuery;
import com.pfavanguard.pems.GridRow;
import com.pfavanguard.pems.GridSchema;
import com.pfavanguard.pems.PemsResult;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.pems.http.Operation;
import com.pfavanguard.pems.http.PemsHttp;
import com.pfavanguard.pems.http.Reading;
import com.pfavanguard.pems.layout.GridLayout;
import com.pfavanguard.pems.value.BadValue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bulk reads. FIELDS may follow the rows that need them, so the columns are asked for once before,
 * and every page must agree with them.
 */
public final class GridReads {
  private static final String PATH = "/griddata";

  private final PemsHttp http;
  private final JsonMapper json;
  private final GridLayout layout;
  private final GridRequests requests;
  private final Map<String, GridColumns> heads = new ConcurrentHashMap<>();

  public GridReads(PemsHttp http, JsonMapper json, GridLayout layout) {
    this.http = http;
    this.json = json;
    this.layout = layout;
    this.requests = new GridRequests(json, layout);
  }

  /** As {@code PemsGateway.count}. */
  public PemsResult<Long> count(PemsTarget target, GridQuery query) {
    String body = requests.count(target.organization(), query);
    GridColumns columns = GridColumns.named(layout.names());
    return ask(Operation.COUNT, target, body, columns, row -> {}, GridReads::counted);
  }

  /** As {@code PemsGateway.readPage}. */
  public PemsResult<GridPage> page(
      PemsTarget target, GridQuery query, long cursor, Consumer<GridRow> rows) {
    return switch (head(target)) {
      case PemsResult.Failure<GridColumns> failed -> failed.as();
      case PemsResult.Success<GridColumns>(GridColumns columns) -> {
        RowDecoder decoder =
            new RowDecoder(layout, target.organization(), columns, query.without());
        yield ask(
            Operation.PAGE,
            target,
            requests.page(target.organization(), query, cursor),
            columns,
            cells -> rows.accept(decoder.decode(cells)),
            answer -> page(target, columns, answer, cursor));
      }
    };
  }

  /** As {@code PemsSchemas.schema}. */
  public PemsResult<GridSchema> schema(PemsTarget target) {
    return head(target, fields -> GridFields.schema(layout.names(), fields));
  }

  private PemsResult<GridColumns> head(PemsTarget target) {
    GridColumns known = heads.get(target.connection().id());
    if (known != null) {
      return PemsResult.success(known);
    }
    PemsResult<GridColumns> asked = head(target, GridColumns.named(layout.names())::numbered);
    if (asked instanceof PemsResult.Success<GridColumns>(GridColumns columns)) {
      heads.put(target.connection().id(), columns);
    }
    return asked;
  }

  private <T> PemsResult<T> head(PemsTarget target, Function<JsonNode, T> meaning) {
    return ask(
        Operation.HEAD,
        target,
        requests.head(target.organization()),
        GridColumns.named(layout.names()),
        row -> {},
        answer -> meaning.apply(answer.fields()));
  }

  private <T> PemsResult<T> ask(
      Operation operation,
      PemsTarget target,
      String body,
      GridColumns columns,
      Consumer<@Nullable String[]> rows,
      Function<GridAnswer, T> meaning) {
    return http.post(
        operation,
        target,
        PATH,
        body,
        stream -> {
          GridAnswer answer = new GridAnswerReader(json, columns, rows).read(stream);
          return new Reading<>(answer.alerts(), () -> PemsResult.success(meaning.apply(answer)));
        });
  }

  private static Long counted(GridAnswer answer) {
    if (answer.totalCount() != null) {
      return answer.totalCount();
    }
    JsonNode records = answer.metadata().path("RECORDS");
    if (!records.asString("").matches("\\d{1,15}")) {
      throw new BadValue("the answer to a count holds none");
    }
    return Long.valueOf(records.asString());
  }

  private GridPage page(PemsTarget target, GridColumns columns, GridAnswer answer, long cursor) {
    if (!answer.fields().isMissingNode()
        && !columns.sameNumbers(columns.numbered(answer.fields()))) {
      heads.remove(target.connection().id());
      throw new BadValue("the grid's columns changed while it was read");
    }
    JsonNode metadata = answer.metadata();
    if (!metadata.isObject()) {
      throw new BadValue("a page has no METADATA");
    }
    return new GridPage(
        answer.rows(),
        metadata.path("RECORDS").asLong(answer.rows()),
        "+".equals(metadata.path("MORERECORDPRESENT").asString("")),
        // Counted by us, for tenants differ in what CURRENTCURSORPOSITION points at.
        cursor + answer.rows(),
        metadata.path("SERVERTIMESTAMP").asLong(0));
  }
}
