package com.pfavanguard.identity.web;

import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.identity.account.ChangePassword;
import com.pfavanguard.identity.account.Invitations;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Setting one's own password. */
@RestController
@Role.Server
@RequestMapping("/api/auth")
class PasswordController {
  record Change(@Nullable String currentPassword, @Nullable String newPassword) {
    @Override
    public String toString() {
      return "Change[]";
    }
  }

  record Acceptance(@Nullable String token, @Nullable String password) {
    @Override
    public String toString() {
      return "Acceptance[]";
    }
  }

  private final ChangePassword changePassword;
  private final Invitations invitations;

  PasswordController(ChangePassword changePassword, Invitations invitations) {
    this.changePassword = changePassword;
    this.invitations = invitations;
  }

  /**
   * Changes the caller's password and ends all their other sessions and access tokens. 401 {@code
   * bad_credentials} when the current one is wrong, 422 {@code weak_password}.
   */
  @PostMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(SignedIn signedIn, @RequestBody Change change) {
    changePassword.change(
        signedIn,
        given("currentPassword", change.currentPassword()),
        given("newPassword", change.newPassword()));
  }

  /**
   * Sets the password of an invited account; the token is the link's. 404 {@code invitation_gone}
   * when it is unknown, used or too old, 422 {@code weak_password}. Then sign in.
   */
  @PostMapping("/invitations/accept")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void accept(@RequestBody Acceptance acceptance) {
    invitations.accept(
        given("token", acceptance.token()), given("password", acceptance.password()));
  }

  private static String given(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      throw ApiException.badRequest("bad_parameter", "Give " + name + ".");
    }
    return value;
  }
}
