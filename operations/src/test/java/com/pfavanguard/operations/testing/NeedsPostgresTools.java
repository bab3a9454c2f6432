package com.pfavanguard.operations.testing;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.database.PostgresTools;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips, loudly, where pg_dump is not installed, and fails there when {@code CI=true}. */
public final class NeedsPostgresTools implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    try {
      return ConditionEvaluationResult.enabled(PostgresTools.find().version());
    } catch (OperationRefused missing) {
      if (Boolean.parseBoolean(System.getenv("CI"))) {
        return ConditionEvaluationResult.enabled("they must be here");
      }
      System.err.println("SKIPPED " + context.getDisplayName() + ": " + missing.getMessage());
      return ConditionEvaluationResult.disabled(missing.getMessage());
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
