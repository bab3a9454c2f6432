package com.pfavanguard.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.simulator.portfolio.Catalogue;
import com.pfavanguard.simulator.portfolio.Portfolio;
import com.pfavanguard.simulator.record.PfaRecord;
import com.pfavanguard.simulator.record.PortfolioSize;
import com.pfavanguard.simulator.record.RecordKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RecordWalkTest {
  private static final Portfolio PORTFOLIO =
      new Portfolio(new Catalogue(), new PortfolioSize(100, 1));

  @Property(tries = 500)
  void walksAndSkipsAsASortedListWould(
      @ForAll @Size(max = 12) Set<@IntRange(max = 44) Integer> deleted,
      @ForAll @Size(max = 6) Set<@IntRange(max = 50) Integer> added,
      @ForAll @IntRange(max = 60) int skipped) {
    OrganizationRecords records = new OrganizationRecords(PORTFOLIO, "RIO");
    TreeSet<String> expected = new TreeSet<>();
    for (int index = 0; index < 45; index++) {
      expected.add(Portfolio.pfaId(index));
    }
    for (int number : added) {
      String id = Portfolio.pfaId(number) + "A";
      records.put(RecordSet.blank(new RecordKey("RIO", id)));
      expected.add(id);
    }
    for (int index : deleted) {
      records.remove(Portfolio.pfaId(index));
      expected.remove(Portfolio.pfaId(index));
    }
    assertThat(records.count()).isEqualTo(expected.size());
    List<String> rest = expected.stream().skip(skipped).toList();
    assertThat(ids(records.walk().skip(skipped))).isEqualTo(rest);
  }

  private static List<String> ids(Iterator<PfaRecord> walk) {
    List<String> ids = new ArrayList<>();
    walk.forEachRemaining(record -> ids.add(record.pfaId()));
    return ids;
  }
}
