package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.portfolio.Organization;
import com.pfavanguard.simulator.record.PfaRecord;
import com.pfavanguard.simulator.store.OrganizationRecords;
import com.pfavanguard.simulator.store.RecordStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Finds the rows of a grid request. The whole of one organization by id costs by the page; any
 * other filter or order looks at every record of the organizations it may concern.
 */
final class GridRows {
  private final List<OrganizationRecords> organizations;
  private final GridFilter filter;
  private final RowOrder order;

  private GridRows(List<OrganizationRecords> organizations, GridFilter filter, RowOrder order) {
    this.organizations = organizations;
    this.filter = filter;
    this.order = order;
  }

  /**
   * Rows to send.
   *
   * @param sent how many of them
   * @param said how many the answer says they are
   * @param total how many there are in all
   */
  record Page(Iterator<PfaRecord> rows, int sent, int said, long total) {
    static Page of(Iterator<PfaRecord> rows, int count, long total) {
      return new Page(rows, count, count, total);
    }

    static Page empty(long total) {
      return of(Collections.emptyIterator(), 0, total);
    }
  }

  static GridRows of(RecordStore store, GridFilter filter, RowOrder order) {
    if (filter.organization().isPresent()) {
      String code = filter.organization().get();
      return new GridRows(List.of(store.of(code)), filter.withoutOrganization(), order);
    }
    List<OrganizationRecords> all =
        store.portfolio().organizations().stream().map(Organization::code).map(store::of).toList();
    return new GridRows(all, filter, order);
  }

  long total() {
    return filter.isEverything()
        ? organizations.stream().mapToLong(OrganizationRecords::count).sum()
        : count();
  }

  private long count() {
    long count = 0;
    for (OrganizationRecords records : organizations) {
      for (Iterator<PfaRecord> walk = records.walk(); walk.hasNext(); ) {
        count += filter.admits(walk.next()) ? 1 : 0;
      }
    }
    return count;
  }

  Page page(long offset, int rows) {
    if (filter.isEverything() && order.isById() && organizations.size() == 1) {
      OrganizationRecords records = organizations.getFirst();
      long total = records.count();
      int count = Math.clamp(total - offset, 0, rows);
      return Page.of(records.walk().skip(offset), count, total);
    }
    return order.isById() && organizations.size() == 1
        ? filtered(offset, rows)
        : sorted(offset, rows);
  }

  /** In the order of the walk: only the page itself is held. */
  private Page filtered(long offset, int rows) {
    List<PfaRecord> page = new ArrayList<>();
    long seen = 0;
    for (Iterator<PfaRecord> walk = organizations.getFirst().walk(); walk.hasNext(); ) {
      PfaRecord record = walk.next();
      if (filter.admits(record)) {
        if (seen >= offset && page.size() < rows) {
          page.add(record);
        }
        seen++;
      }
    }
    return Page.of(page.iterator(), page.size(), seen);
  }

  /** Keys are held and sorted, records made again for the page. */
  private Page sorted(long offset, int rows) {
    List<SortKey> keys = new ArrayList<>();
    for (OrganizationRecords records : organizations) {
      for (Iterator<PfaRecord> walk = records.walk(); walk.hasNext(); ) {
        PfaRecord record = walk.next();
        if (filter.admits(record)) {
          keys.add(SortKey.of(records, record, order.field()));
        }
      }
    }
    keys.sort(SortKey.order(order.descending()));
    int from = (int) Math.min(offset, keys.size());
    int to = Math.min(from + rows, keys.size());
    List<PfaRecord> page =
        keys.subList(from, to).stream().flatMap(key -> key.record().stream()).toList();
    return Page.of(page.iterator(), page.size(), keys.size());
  }
}
