package com.pfavanguard.identity.web;

import com.pfavanguard.identity.Organizations;
import com.pfavanguard.identity.SessionKey;
import com.pfavanguard.identity.Sessions;
import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
@Role.Server
@RequestMapping("/api/auth")
class AuthController {
  record Login(@Nullable String username, @Nullable String password) {
    @Override
    public String toString() {
      return "Login[" + username + "]";
    }
  }

  private final SignIn signIn;
  private final Sessions sessions;
  private final Organizations organizations;

  AuthController(SignIn signIn, Sessions sessions, Organizations organizations) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.organizations = organizations;
  }

  @PostMapping("/login")
  ResponseEntity<SignedInView> login(@RequestBody Login login, HttpServletRequest request) {
    if (login.username() == null || login.password() == null) {
      throw ApiException.badRequest("bad_parameter", "Give both username and password.");
    }
    SessionCookies.current(request).ifPresent(sessions::revoke);
    String token = signIn.open(login.username(), login.password(), Origins.of(request)).token();
    SignedIn signedIn =
        sessions
            .find(SessionKey.ofToken(token))
            .orElseThrow(() -> ApiException.unauthenticated("The session was revoked."));
    return ResponseEntity.ok()
        .headers(SessionCookies.opened(token, request))
        .body(SignedInView.of(token, signedIn, organizations.findAll()));
  }

  @PostMapping("/logout")
  ResponseEntity<Void> logout(SignedIn signedIn, HttpServletRequest request) {
    sessions.revoke(signedIn.session());
    return ResponseEntity.noContent().headers(SessionCookies.ended(request)).build();
  }

  @GetMapping("/me")
  SignedInView me(SignedIn signedIn) {
    return SignedInView.of(null, signedIn, organizations.findAll());
  }
}
