package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.settings.Setting;
import com.pfavanguard.simulator.settings.Settings;
import com.pfavanguard.simulator.store.RecordStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** POST /griddata and /grids: reading in bulk. */
final class GridService {
  private final Pems pems;
  private final RecordStore store;

  GridService(Pems pems) {
    this.pems = pems;
    this.store = pems.store();
  }

  Reply answer(JsonNode body, RequestContext context) {
    GridRequest request = GridRequest.parse(body, context.schema(), context.settings());
    GridRows rows = GridRows.of(store, scoped(request.filter(), context), request.order());
    GridRows.Page page =
        request.content().hasRows()
            ? PageFaults.page(rows, request.window(), context.strikes())
            : GridRows.Page.empty(rows.total());
    GridAnswer answer =
        new GridAnswer(
            request,
            PageFaults.miscounted(page, context.strikes()),
            context,
            timestamp(context).toEpochMilli());
    return Reply.of(
        context.operation() == Operation.GRIDDATA ? answer::writeGriddata : answer::writeGrids);
  }

  /** Some tenants show a session only the rows of its organization. */
  private static GridFilter scoped(GridFilter filter, RequestContext context) {
    Settings settings = context.settings();
    String organization = context.organizationHeader();
    if (organization == null || !settings.on(Setting.ORGANIZATION_HEADER_FILTERS)) {
      return filter;
    }
    Column column = context.schema().of(PfaField.ORGANIZATION);
    GridFilter own = FilterTest.of(column, "=", organization, settings.gridText());
    return new GridFilter.All(List.of(own, filter));
  }

  /** When the data last moved, or the time now, as the tenant has it; skewed as its clock is. */
  private Instant timestamp(RequestContext context) {
    if (context.settings().text(Setting.SERVER_TIMESTAMP).equals("now")) {
      return context.now();
    }
    Duration skew = Duration.between(pems.clock().instant(), context.now());
    return store.lastWrite().plus(Duration.ofSeconds(Math.round(skew.toMillis() / 1000.0)));
  }
}
