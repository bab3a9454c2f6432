package com.pfavanguard.identity.demo;

import com.pfavanguard.identity.store.AccountStore;
import com.pfavanguard.identity.store.Passwords;
import com.pfavanguard.kernel.Role;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Makes the demonstration's organizations and users what the file says, before the port opens. */
@Component
@Role.Server
@ConditionalOnExpression("!'${vanguard.demo.file:}'.isBlank()")
class DemoAccounts implements InitializingBean {
  private static final Logger log = LoggerFactory.getLogger(DemoAccounts.class);

  private final Path file;
  private final JsonMapper json;
  private final AccountStore accounts;
  private final MembershipStore memberships;
  private final Passwords passwords;
  private final TransactionOperations transactions;

  DemoAccounts(
      DemoProperties properties,
      JsonMapper json,
      AccountStore accounts,
      MembershipStore memberships,
      Passwords passwords,
      TransactionOperations transactions) {
    this.file = java.util.Objects.requireNonNull(properties.file());
    this.json = json;
    this.accounts = accounts;
    this.memberships = memberships;
    this.passwords = passwords;
    this.transactions = transactions;
  }

  @Override
  public void afterPropertiesSet() {
    DemoFile demo = json.readValue(file.toFile(), DemoFile.class);
    transactions.executeWithoutResult(
        status -> {
          demo.organizations().forEach(memberships::saveOrganization);
          demo.users().forEach(this::save);
        });
    log.info(
        "Demonstration: {} organizations, {} users",
        demo.organizations().size(),
        demo.users().size());
  }

  private void save(DemoFile.DemoUser user) {
    UUID id = accounts.save(user.username(), user.displayName(), hashOf(user));
    memberships.replace(id, user.role(), user.organizations());
  }

  /**
   * Keeps a hash that still fits: checking costs as much as hashing, but the row stays the same.
   */
  private String hashOf(DemoFile.DemoUser user) {
    return accounts
        .find(user.username())
        .map(AccountStore.Credentials::passwordHash)
        .filter(hash -> passwords.matches(user.password(), hash))
        .orElseGet(() -> passwords.hash(user.password()));
  }
}
