package com.pfavanguard.identity.web;

import com.pfavanguard.identity.SessionView;
import com.pfavanguard.identity.Sessions;
import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.identity.account.Administration;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where somebody is signed in, access tokens included; own sessions, or anybody's for an
 * administrator.
 */
@RestController
@Role.Server
@RequestMapping("/api")
class SessionController {
  private final Sessions sessions;
  private final Administration administration;

  SessionController(Sessions sessions, Administration administration) {
    this.sessions = sessions;
    this.administration = administration;
  }

  @GetMapping("/auth/sessions")
  List<SessionView> own(SignedIn signedIn) {
    return sessions.findOpen(signedIn.caller().userId(), signedIn.session());
  }

  /** Ends one of the caller's sessions within a second, on every server. */
  @DeleteMapping("/auth/sessions/{sessionId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endOwn(SignedIn signedIn, @PathVariable UUID sessionId) {
    UUID user = signedIn.requireInPerson().caller().userId();
    if (!sessions.revoke(user, sessionId)) {
      throw ApiException.notFound("This session");
    }
  }

  /** Ends all of the caller's sessions and access tokens but this one. */
  @DeleteMapping("/auth/sessions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endOthers(SignedIn signedIn) {
    sessions.revokeAll(signedIn.requireInPerson().caller().userId(), signedIn.session());
  }

  /** System administrators only. */
  @GetMapping("/users/{userId}/sessions")
  List<SessionView> ofUser(SignedIn signedIn, @PathVariable UUID userId) {
    return sessions.findOpen(userId, signedIn.requireSystemAdmin().session());
  }

  /** System administrators only. */
  @DeleteMapping("/users/{userId}/sessions/{sessionId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endOfUser(SignedIn signedIn, @PathVariable UUID userId, @PathVariable UUID sessionId) {
    administration.endSession(signedIn, userId, sessionId);
  }
}
