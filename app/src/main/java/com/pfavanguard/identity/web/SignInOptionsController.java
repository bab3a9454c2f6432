package com.pfavanguard.identity.web;

import com.pfavanguard.identity.sso.SingleSignOn;
import com.pfavanguard.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the sign-in page offers. */
@RestController
@Role.Server
class SignInOptionsController {
  /**
   * @param singleSignOn what the button to {@code GET /api/auth/sso} says; null for no button
   */
  record Options(@Nullable String singleSignOn) {}

  private final Options options;

  SignInOptionsController(ObjectProvider<SingleSignOn> sso) {
    SingleSignOn offered = sso.getIfAvailable();
    this.options = new Options(offered == null ? null : offered.name());
  }

  @GetMapping("/api/auth/sign-in-options")
  Options options() {
    return options;
  }
}
