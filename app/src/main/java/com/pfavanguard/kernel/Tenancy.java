package com.pfavanguard.kernel;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Opens transactions that see the named organizations only. Row-level security reads the setting
 * made here; without it the app role sees no tenant row at all.
 */
@Component
public class Tenancy {
  private final TransactionOperations transactions;
  private final JdbcClient jdbc;

  Tenancy(TransactionOperations transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /** Runs the work in one transaction (or joins the current one) that sees this organization. */
  public <T extends @org.jspecify.annotations.Nullable Object> T within(
      String organizationId, Supplier<T> work) {
    return within(List.of(organizationId), work);
  }

  /** The same for several organizations at once. */
  @SuppressWarnings(
      "NullAway") // TransactionOperations.execute returns null only when the work does.
  public <T extends @org.jspecify.annotations.Nullable Object> T within(
      Collection<String> organizationIds, Supplier<T> work) {
    return transactions.execute(
        status -> {
          jdbc.sql("SELECT set_config('vanguard.organizations', ?, true)")
              .param(String.join(",", organizationIds))
              .query(String.class)
              .single();
          return named(organizationIds, work);
        });
  }

  /** What is logged on the way carries the organization. */
  private static <T extends @org.jspecify.annotations.Nullable Object> T named(
      Collection<String> organizationIds, Supplier<T> work) {
    if (organizationIds.size() != 1) {
      return work.get();
    }
    try (var _ = MDC.putCloseable("organizationId", organizationIds.iterator().next())) {
      return work.get();
    }
  }
}
