package com.pfavanguard.identity.web;

import com.pfavanguard.identity.Sessions;
import com.pfavanguard.identity.store.AccountStore;
import com.pfavanguard.identity.store.Passwords;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Checks a username and password. Every refusal looks and costs the same. */
@Component
@Role.Server
class SignIn {
  private final AccountStore accounts;
  private final Passwords passwords;
  private final Sessions sessions;

  SignIn(AccountStore accounts, Passwords passwords, Sessions sessions) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
  }

  /**
   * @return the token of a new session
   * @throws ApiException 401 {@code bad_credentials}, without saying what was wrong
   */
  String open(String username, String password) {
    UUID user =
        check(username.strip().toLowerCase(Locale.ROOT), password)
            .orElseThrow(
                () ->
                    ApiException.refused(
                        401, "bad_credentials", "The username or password is wrong."));
    return sessions.open(user);
  }

  private Optional<UUID> check(String username, String password) {
    Optional<AccountStore.Credentials> account =
        accounts.find(username).filter(AccountStore.Credentials::enabled);
    if (account.isEmpty()) {
      passwords.matchesNobody(password);
      return Optional.empty();
    }
    return account
        .filter(found -> passwords.matches(password, found.passwordHash()))
        .map(AccountStore.Credentials::id);
  }
}
