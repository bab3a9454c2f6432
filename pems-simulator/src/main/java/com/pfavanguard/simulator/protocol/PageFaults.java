package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.fault.Fault;
import com.pfavanguard.simulator.fault.Strike;
import com.pfavanguard.simulator.fault.Strikes;
import com.pfavanguard.simulator.portfolio.Dice;
import com.pfavanguard.simulator.record.PfaRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Pages that are not what was asked for. */
final class PageFaults {
  private PageFaults() {}

  static GridRows.Page page(GridRows rows, GridRequest.Window window, Strikes strikes) {
    boolean repeated = strikes.has(Fault.RepeatedPage.class);
    long offset = repeated ? Math.max(0, window.offset() - window.rows()) : window.offset();
    GridRows.Page page = rows.page(offset, window.rows());
    for (Strike strike : strikes.all()) {
      if (strike.fault() instanceof Fault.ReorderedPage) {
        page = reordered(page, strike.dice());
      } else if (strike.fault() instanceof Fault.ShortPage(int lost, boolean honest)) {
        int sent = Math.max(0, page.sent() - lost);
        page = new GridRows.Page(page.rows(), sent, honest ? sent : page.said(), page.total());
      }
    }
    return page;
  }

  private static GridRows.Page reordered(GridRows.Page page, Dice dice) {
    List<PfaRecord> rows = new ArrayList<>();
    while (rows.size() < page.sent() && page.rows().hasNext()) {
      rows.add(page.rows().next());
    }
    for (int last = rows.size() - 1; last > 0; last--) {
      Collections.swap(rows, last, dice.below(last + 1));
    }
    return new GridRows.Page(rows.iterator(), page.sent(), page.said(), page.total());
  }

  static GridRows.Page miscounted(GridRows.Page page, Strikes strikes) {
    int by = strikes.first(Fault.CountLie.class).map(Fault.CountLie::by).orElse(0);
    return new GridRows.Page(page.rows(), page.sent(), page.said() + by, page.total() + by);
  }
}
