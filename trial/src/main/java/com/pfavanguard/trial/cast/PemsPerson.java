package com.pfavanguard.trial.cast;

import com.pfavanguard.trial.check.AuthorEdit;
import com.pfavanguard.trial.check.RecordKey;
import com.pfavanguard.trial.stage.Tenants;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Somebody at the PEMS screen who edits the same records, and knows nothing of the product. */
public final class PemsPerson {
  private static final int SAME_IDEA_ONE_IN = 12;

  private final String name;
  private final Tenants pems;
  private final Pool pool;
  private final Invention invention;
  private final CommitLog log;
  private final RandomGenerator random;

  public PemsPerson(
      String name,
      Tenants pems,
      Pool pool,
      Invention invention,
      CommitLog log,
      RandomGenerator random) {
    this.name = name;
    this.pems = pems;
    this.pool = pool;
    this.invention = invention;
    this.log = log;
    this.random = random;
  }

  /** Edits one record; now and then to the very values that an author has just committed. */
  public void edit() throws IOException, InterruptedException {
    RecordKey record = pool.any(random);
    Optional<AuthorEdit> latest = log.latest(record);
    if (latest.isPresent() && random.nextInt(SAME_IDEA_ONE_IN) == 0) {
      Map<String, String> same = new HashMap<>();
      latest
          .get()
          .wanted()
          .forEach(
              (field, value) -> {
                if (value != null) {
                  same.put(field, value);
                }
              });
      pems.edit(record, name, same);
    } else {
      pems.edit(record, name, invention.values(name, random));
    }
  }
}
