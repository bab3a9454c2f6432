package com.pfavanguard.kernel.cost;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Prices and budgets, in US dollars.
 *
 * @param pemsRequestUsd what one request to PEMS costs; 0 where the contract does not count them
 * @param aiBudgetUsd what the assistant may cost in 30 days; 0 for no budget
 * @param pemsBudgetUsd what requests to PEMS may cost in 30 days; 0 for no budget
 */
@ConfigurationProperties("vanguard.cost")
public record CostProperties(
    @DefaultValue("0") BigDecimal pemsRequestUsd,
    @DefaultValue("0") BigDecimal aiBudgetUsd,
    @DefaultValue("0") BigDecimal pemsBudgetUsd) {}
