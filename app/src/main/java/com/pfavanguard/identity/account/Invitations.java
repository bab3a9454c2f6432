package com.pfavanguard.identity.account;

import com.pfavanguard.identity.SecretTokens;
import com.pfavanguard.identity.SessionKey;
import com.pfavanguard.identity.Sessions;
import com.pfavanguard.identity.store.AccountStore;
import com.pfavanguard.identity.store.InvitationStore;
import com.pfavanguard.identity.store.Passwords;
import com.pfavanguard.identity.store.SignInFailures;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One-time links by which people set the password of an account that was made for them. */
@Service
@Role.Server
public class Invitations {
  private static final Duration VALIDITY = Duration.ofDays(3);

  private final InvitationStore invitations;
  private final AccountStore accounts;
  private final Passwords passwords;
  private final SignInFailures failures;
  private final Sessions sessions;

  Invitations(
      InvitationStore invitations,
      AccountStore accounts,
      Passwords passwords,
      SignInFailures failures,
      Sessions sessions) {
    this.invitations = invitations;
    this.accounts = accounts;
    this.passwords = passwords;
    this.failures = failures;
    this.sessions = sessions;
  }

  /**
   * @return the token for the link; only whoever invites gets to see it, once
   */
  public String invite(UUID userId, UUID invitedBy) {
    String token = SecretTokens.next("vgi_");
    invitations.add(SessionKey.ofToken(token), userId, invitedBy, VALIDITY);
    return token;
  }

  /**
   * Sets the password of the invited account; what was open by an older one ends.
   *
   * @throws ApiException 404 when the link is unknown, used or too old, 422 for a weak password;
   *     then the link stays good
   */
  @Transactional
  public void accept(String token, String password) {
    UUID user =
        invitations
            .use(SessionKey.ofToken(token))
            .orElseThrow(
                () ->
                    ApiException.refused(
                        404, "invitation_gone", "This link is unknown, used or too old."));
    PasswordRule.check(password, accounts.usernameOf(user));
    accounts.changePassword(user, passwords.hash(password));
    failures.clear(user);
    sessions.revokeAll(user, null);
  }
}
