package com.pfavanguard.identity.account;

import com.pfavanguard.identity.store.AccountStore;
import com.pfavanguard.identity.store.Passwords;
import com.pfavanguard.kernel.Role;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/**
 * Lets the first person into a new installation: a system administrator with a password from the
 * configuration, which must be changed at the first sign-in. Where an administrator exists it does
 * nothing, so the setting may stay or go.
 */
@Component
@Role.Server
@ConditionalOnExpression("!'${vanguard.first-administrator.password:}'.isBlank()")
class FirstAdministrator implements InitializingBean {
  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

  private final FirstAdministratorProperties properties;
  private final AccountStore accounts;
  private final Passwords passwords;

  FirstAdministrator(
      FirstAdministratorProperties properties, AccountStore accounts, Passwords passwords) {
    this.properties = properties;
    this.accounts = accounts;
    this.passwords = passwords;
  }

  @Override
  public void afterPropertiesSet() {
    if (accounts.hasAdministrator()) {
      return;
    }
    String username = properties.username().strip().toLowerCase(Locale.ROOT);
    PasswordRule.check(properties.password(), username);
    if (accounts.saveFirstAdministrator(username, passwords.hash(properties.password()))) {
      log.info("Made the first administrator {}; the password must be changed", username);
    }
  }
}
