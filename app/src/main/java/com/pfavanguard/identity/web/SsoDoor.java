package com.pfavanguard.identity.web;

import com.pfavanguard.identity.NewSession;
import com.pfavanguard.identity.Sessions;
import com.pfavanguard.identity.sso.SingleSignOn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Whoever comes in by single sign-on gets the session that a password gives. */
record SsoDoor(Sessions sessions) implements SingleSignOn.Door {

  @Override
  public void open(UUID userId, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SessionCookies.current(request).ifPresent(sessions::revoke);
    String token = sessions.open(NewSession.signIn(userId, Origins.of(request))).token();
    SessionCookies.opened(token, request)
        .getOrDefault("Set-Cookie", List.of())
        .forEach(cookie -> response.addHeader("Set-Cookie", cookie));
    response.sendRedirect("/");
  }
}
