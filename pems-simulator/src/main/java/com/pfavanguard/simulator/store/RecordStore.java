package com.pfavanguard.simulator.store;

import com.pfavanguard.simulator.portfolio.Catalogue;
import com.pfavanguard.simulator.portfolio.Portfolio;
import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.PfaRecord;
import com.pfavanguard.simulator.record.PortfolioSize;
import com.pfavanguard.simulator.record.RecordKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * PEMS's PFA records and the log of every write it committed. Writes take turns, and each is in the
 * journal before it shows or is answered. Safe for any number of threads.
 */
public final class RecordStore implements AutoCloseable {
  private final JsonMapper mapper = new JsonMapper();
  private final Catalogue catalogue;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock();
  private final Journal journal;
  private final WriteLog log;
  private volatile RecordSet records;
  private volatile PortfolioLine line;
  private volatile Instant lastWrite = Portfolio.NEWEST;

  private RecordStore(
      Catalogue catalogue, InstantSource clock, Journal journal, PortfolioSize asked) {
    this.catalogue = catalogue;
    this.clock = clock;
    this.journal = journal;
    this.log = new WriteLog(journal);
    this.line = new PortfolioLine(asked, asked);
    this.records = new RecordSet(new Portfolio(catalogue, asked));
  }

  /**
   * Opens the store, reading what its folder remembers; with no folder it forgets at the end.
   *
   * @throws IOException when the folder cannot be used, or remembers another seed's portfolio
   */
  public static RecordStore open(
      @Nullable Path folder, Catalogue catalogue, InstantSource clock, PortfolioSize asked)
      throws IOException {
    RecordStore store = new RecordStore(catalogue, clock, Journal.open(folder), asked);
    try {
      store.load(asked);
      return store;
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private void load(PortfolioSize asked) throws IOException {
    journal.replay(this::replay);
    if (journal.end() == 0) {
      journal.append(line.toJson());
    } else if (line.asked().seed() != asked.seed()) {
      throw new IOException(
          "the data folder holds the portfolio of seed %d; start with that seed or another folder"
              .formatted(line.asked().seed()));
    } else if (line.asked().records() != asked.records()) {
      resize(new PortfolioSize(asked.records(), line.current().seed()), asked);
    }
  }

  private void replay(Journal.Line read) {
    var json = mapper.readTree(read.json());
    if (PortfolioLine.is(json)) {
      line = PortfolioLine.fromJson(json);
      records = records.over(new Portfolio(catalogue, line.current()));
    } else {
      Write write = Write.fromJson(json);
      show(write, records.find(write.key()));
      log.add(read.start(), read.end());
    }
  }

  /** Another number of records of the same seed: what was written stays. */
  private void resize(PortfolioSize size, PortfolioSize asked) {
    line = new PortfolioLine(asked, size);
    journal.append(line.toJson());
    records = records.over(new Portfolio(catalogue, size));
  }

  public Portfolio portfolio() {
    return records.portfolio();
  }

  public Optional<PfaRecord> find(RecordKey key) {
    return records.find(key);
  }

  /** The records of an organization; none for an unknown one. */
  public OrganizationRecords of(String organization) {
    return records.of(organization);
  }

  /** When the last write was committed, or the epoch. */
  public Instant lastWrite() {
    return lastWrite;
  }

  public int writes() {
    return log.size();
  }

  /**
   * Commits one change of one record; nobody else writes meanwhile. An empty record before means
   * there is none, after it means delete; what the change throws leaves all as it was.
   */
  public Write commit(
      RecordKey key, Write.Action action, String user, UnaryOperator<Optional<PfaRecord>> change) {
    turn.lock();
    try {
      Optional<PfaRecord> before = find(key);
      Optional<PfaRecord> after = change.apply(before);
      PfaRecord base = before.orElseGet(() -> RecordSet.blank(key));
      Write.Stamp stamp =
          new Write.Stamp(
              base.recordid() + 1, user, clock.instant().truncatedTo(ChronoUnit.MILLIS));
      Map<PfaField, @Nullable Object> fields =
          after.map(base::changesTo).orElseGet(() -> new EnumMap<>(PfaField.class));
      Write write = new Write(log.size() + 1L, key, action, stamp, fields);
      long start = journal.append(write.toJson(mapper));
      log.add(start, journal.end());
      show(write, before);
      return write;
    } finally {
      turn.unlock();
    }
  }

  private void show(Write write, Optional<PfaRecord> before) {
    records.apply(write, before);
    if (write.stamp().at().isAfter(lastWrite)) {
      lastWrite = write.stamp().at();
    }
  }

  /** Writes the JSON array of the writes whose sequence is above the one given. */
  public void copyWrites(long after, OutputStream out) throws IOException {
    log.copyAfter(after, out);
  }

  /** Forgets every write and begins anew with another portfolio. */
  public void reset(PortfolioSize size) {
    turn.lock();
    try {
      journal.clear();
      log.clear();
      line = new PortfolioLine(line.asked(), size);
      journal.append(line.toJson());
      records = new RecordSet(new Portfolio(catalogue, size));
      lastWrite = Portfolio.NEWEST;
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
