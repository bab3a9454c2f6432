package com.pfavanguard.kernel.cost;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/**
 * {@code pfa_external_api_calls_total}, {@code pfa_ai_tokens_total}, {@code pfa_cost_usd_total} and
 * the budgets; every label stands at zero from the start. Each process counts its own.
 */
@Component
public class CostMeters {
  private final MeterRegistry registry;
  private final CostProperties properties;

  CostMeters(MeterRegistry registry, CostProperties properties) {
    this.registry = registry;
    this.properties = properties;
    for (Service service : Service.values()) {
      calls(service, true);
      calls(service, false);
      cost(service);
    }
    tokens("input");
    tokens("output");
    budget(Service.pems, properties.pemsBudgetUsd());
    budget(Service.ai, properties.aiBudgetUsd());
  }

  /** Whom we call; also the category of what it costs. */
  public enum Service {
    pems,
    ai
  }

  /** One request to PEMS, at the configured price. */
  public void pemsRequest(boolean answered) {
    calls(Service.pems, answered).increment();
    cost(Service.pems).increment(properties.pemsRequestUsd().doubleValue());
  }

  /**
   * One request to a language model.
   *
   * @param usd what it cost
   */
  public void aiRequest(boolean answered, long inputTokens, long outputTokens, BigDecimal usd) {
    calls(Service.ai, answered).increment();
    tokens("input").increment((double) inputTokens);
    tokens("output").increment((double) outputTokens);
    cost(Service.ai).increment(usd.doubleValue());
  }

  private Counter calls(Service service, boolean answered) {
    return registry.counter(
        "pfa_external_api_calls",
        "service",
        service.name(),
        "outcome",
        answered ? "success" : "failure");
  }

  private Counter tokens(String direction) {
    return registry.counter("pfa_ai_tokens", "direction", direction);
  }

  private Counter cost(Service service) {
    return registry.counter("pfa_cost_usd", "category", service.name());
  }

  private void budget(Service service, BigDecimal usd) {
    double budget = usd.doubleValue();
    Gauge.builder("pfa_cost_budget_usd", () -> budget)
        .description("0 where there is none")
        .tag("category", service.name())
        .tag("period", "30d")
        .register(registry);
  }
}
