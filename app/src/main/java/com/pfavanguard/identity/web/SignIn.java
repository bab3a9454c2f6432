package com.pfavanguard.identity.web;

import com.pfavanguard.identity.NewSession;
import com.pfavanguard.identity.OpenedSession;
import com.pfavanguard.identity.SessionOrigin;
import com.pfavanguard.identity.Sessions;
import com.pfavanguard.identity.store.AccountStore;
import com.pfavanguard.identity.store.Passwords;
import com.pfavanguard.identity.store.SignInFailures;
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
  private final SignInFailures failures;
  private final Sessions sessions;

  SignIn(AccountStore accounts, Passwords passwords, SignInFailures failures, Sessions sessions) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.failures = failures;
    this.sessions = sessions;
  }

  /**
   * @throws ApiException 401 {@code bad_credentials}, without saying what was wrong: a name nobody
   *     has, a wrong password, a disabled or a locked account
   */
  OpenedSession open(String username, String password, SessionOrigin origin) {
    UUID user =
        check(username.strip().toLowerCase(Locale.ROOT), password)
            .orElseThrow(
                () ->
                    ApiException.refused(
                        401,
                        "bad_credentials",
                        "The username or password is wrong, or there were too many attempts."));
    return sessions.open(NewSession.signIn(user, origin));
  }

  private Optional<UUID> check(String username, String password) {
    Optional<AccountStore.Credentials> account = accounts.find(username).filter(SignIn::mayEnter);
    if (account.isEmpty()) {
      passwords.matchesNobody(password);
      return Optional.empty();
    }
    UUID user = account.get().id();
    if (passwords.matches(password, account.get().passwordHash())) {
      // Guesses sent all at once have all passed the first look: whoever was locked meanwhile is
      // out.
      if (accounts.find(username).filter(SignIn::mayEnter).isEmpty()) {
        return Optional.empty();
      }
      failures.clear(user);
      return Optional.of(user);
    }
    failures.add(user);
    return Optional.empty();
  }

  private static boolean mayEnter(AccountStore.Credentials account) {
    return account.enabled() && !account.locked() && !account.passwordHash().isEmpty();
  }
}
