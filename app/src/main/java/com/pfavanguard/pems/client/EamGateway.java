package com.pfavanguard.pems.client;

import com.pfavanguard.kernel.FieldValues;
import com.pfavanguard.pems.GridPage;
import com.pfavanguard.pems.GridQuery;
import com.pfavanguard.pems.GridRow;
import com.pfavanguard.pems.LiveRecord;
import com.pfavanguard.pems.PemsGateway;
import com.pfavanguard.pems.PemsResult;
import com.pfavanguard.pems.PemsTarget;
import com.pfavanguard.pems.grid.GridReads;
import com.pfavanguard.pems.screen.ScreenRecords;
import java.util.function.Consumer;

/** PEMS over HTTP. */
record EamGateway(ScreenRecords screen, GridReads grid) implements PemsGateway {

  @Override
  public PemsResult<LiveRecord> read(PemsTarget target, String pfaId) {
    return screen.read(target, pfaId);
  }

  @Override
  public PemsResult<LiveRecord> update(PemsTarget target, LiveRecord current, FieldValues changes) {
    return screen.update(target, current, changes);
  }

  @Override
  public PemsResult<Long> count(PemsTarget target, GridQuery query) {
    return grid.count(target, query);
  }

  @Override
  public PemsResult<GridPage> readPage(
      PemsTarget target, GridQuery query, long cursor, Consumer<GridRow> rows) {
    return grid.page(target, query, cursor, rows);
  }
}
