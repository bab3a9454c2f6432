package com.pfavanguard.identity.account;

import com.pfavanguard.identity.AccessChange;
import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.Sessions;
import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.identity.store.AccountStore;
import com.pfavanguard.identity.store.Passwords;
import com.pfavanguard.identity.store.SignInFailures;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person changes their own password; whoever else is in by the old one is out. */
@Service
@Role.Server
public class ChangePassword {
  private final AccountStore accounts;
  private final Passwords passwords;
  private final SignInFailures failures;
  private final Sessions sessions;
  private final ApplicationEventPublisher events;

  ChangePassword(
      AccountStore accounts,
      Passwords passwords,
      SignInFailures failures,
      Sessions sessions,
      ApplicationEventPublisher events) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.failures = failures;
    this.sessions = sessions;
    this.events = events;
  }

  /**
   * @throws ApiException 401 when the current password is wrong (which counts as a failed sign-in),
   *     422 when the new one is weak or the same
   */
  @Transactional(noRollbackFor = ApiException.class)
  public void change(SignedIn signedIn, String current, String wanted) {
    String username = signedIn.requireInPerson().caller().username();
    var account =
        accounts.find(username).filter(found -> !found.locked()).orElseThrow(ChangePassword::wrong);
    if (!passwords.matches(current, account.passwordHash())) {
      failures.add(account.id());
      throw wrong();
    }
    // Guesses sent all at once have all passed the first look.
    if (accounts.find(username).filter(AccountStore.Credentials::locked).isPresent()) {
      throw wrong();
    }
    PasswordRule.check(wanted, username);
    if (wanted.equals(current)) {
      throw ApiException.refused(422, "weak_password", "The new password is the current one.");
    }
    accounts.changePassword(account.id(), passwords.hash(wanted));
    failures.clear(account.id());
    sessions.revokeAll(account.id(), signedIn.session());
    Caller caller = signedIn.caller();
    events.publishEvent(
        new AccessChange(
            AccessChange.Kind.PASSWORD_CHANGED,
            caller,
            caller.userId(),
            List.copyOf(caller.permissions().keySet()),
            Map.of()));
  }

  private static ApiException wrong() {
    return ApiException.refused(401, "bad_credentials", "The current password is wrong.");
  }
}
