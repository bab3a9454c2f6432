package com.pfavanguard.audit;

import com.pfavanguard.audit.store.AuditStore;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where every module writes down what it did. */
@Service
public class AuditTrail {
  private final AuditStore store;

  AuditTrail(AuditStore store) {
    this.store = store;
  }

  /**
   * Appends the entries in this order, in one statement, inside the caller's transaction: what is
   * undone leaves no entry, and nothing is done without one. The id of the request being served is
   * added to each.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(List<AuditEntry> entries) {
    if (!entries.isEmpty()) {
      store.append(entries);
    }
  }
}
