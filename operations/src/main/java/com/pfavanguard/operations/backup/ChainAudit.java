package com.pfavanguard.operations.backup;

import java.sql.SQLException;
import java.util.List;

/** Checks the audit trail of a restored database; the launcher brings the one there is. */
@FunctionalInterface
public interface ChainAudit {
  /**
   * @param databaseUrl with user and password
   * @return one line for each violation
   */
  List<String> violations(String databaseUrl) throws SQLException;
}
