package com.pfavanguard.audit.seal;

import com.pfavanguard.kernel.Role;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Seals what was written since, every few seconds; among several servers the database lets one
 * work. Each new head goes to the log: kept apart from the database, it is what shows that a chain
 * was cut short or made anew.
 */
@Component
@Role.Server
class AuditSealer {
  private static final Logger log = LoggerFactory.getLogger(AuditSealer.class);
  private static final int BATCH = 2_000;

  private final JdbcClient jdbc;

  AuditSealer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A new link of one organization's chain.
   *
   * @param head its digest in hexadecimal
   */
  private record Link(String organization, long number, int sealed, String head) {}

  @Scheduled(fixedDelayString = "${vanguard.audit.seal-interval}")
  void seal() {
    int sealed;
    do {
      List<Link> links =
          jdbc.sql("SELECT * FROM seal_audit(?)").param(BATCH).query(Link.class).list();
      links.forEach(
          link ->
              log.info(
                  "Audit of {}: seal {} over {} entries, head {}",
                  link.organization(),
                  link.number(),
                  link.sealed(),
                  link.head()));
      sealed = links.stream().mapToInt(Link::sealed).sum();
    } while (sealed == BATCH);
  }
}
