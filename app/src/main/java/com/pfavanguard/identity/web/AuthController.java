package com.pfavanguard.identity.web;

import com.pfavanguard.identity.NewSession;
import com.pfavanguard.identity.Organizations;
import com.pfavanguard.identity.SessionKey;
import com.pfavanguard.identity.Sessions;
import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
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
    String token = signIn.open(login.username(), login.password(), Origins.of(request)).token();
    SignedIn signedIn =
        sessions
            .find(SessionKey.ofToken(token))
            .orElseThrow(() -> ApiException.unauthenticated("The session was revoked."));
    return withCookies(token, NewSession.SIGN_IN_LIFETIME, request)
        .body(SignedInView.of(token, signedIn, organizations.findAll()));
  }

  @PostMapping("/logout")
  ResponseEntity<Void> logout(SignedIn signedIn, HttpServletRequest request) {
    sessions.revoke(signedIn.session());
    return withCookies("", Duration.ZERO, request).build();
  }

  @GetMapping("/me")
  SignedInView me(SignedIn signedIn) {
    return SignedInView.of(null, signedIn, organizations.findAll());
  }

  private static ResponseEntity.BodyBuilder withCookies(
      String token, Duration life, HttpServletRequest request) {
    String csrf = token.isEmpty() ? "" : SessionCsrf.tokenFor(token);
    var answer = token.isEmpty() ? ResponseEntity.status(204) : ResponseEntity.ok();
    return answer
        .header(
            HttpHeaders.SET_COOKIE,
            cookie(Credentials.COOKIE, token, life, request).httpOnly(true).build().toString())
        .header(
            HttpHeaders.SET_COOKIE,
            cookie(SessionCsrf.COOKIE, csrf, life, request).build().toString());
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(
      String name, String value, Duration life, HttpServletRequest request) {
    return ResponseCookie.from(name, value)
        .path("/")
        .sameSite("Strict")
        .secure(request.isSecure())
        .maxAge(life);
  }
}
