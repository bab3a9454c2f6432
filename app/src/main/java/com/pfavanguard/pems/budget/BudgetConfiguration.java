package com.pfavanguard.pems.budget;

import com.pfavanguard.kernel.redis.SharedRedis;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The budget that all processes share, kept in Redis where there is one, else in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class BudgetConfiguration {

  @Bean
  BudgetMeters budgetMeters(MeterRegistry registry) {
    return new BudgetMeters(registry);
  }

  @Bean
  Slots requestSlots(JdbcClient jdbc, SharedRedis redis) {
    Slots database = new DatabaseSlots(jdbc);
    return redis.configured() ? new RedisSlots(redis, database) : database;
  }

  @Bean
  SharedBudget sharedBudget(
      ConnectionWatch watch, Slots slots, SeatStore seats, BudgetMeters meters) {
    return new SharedBudget(watch, slots, seats, meters);
  }
}
