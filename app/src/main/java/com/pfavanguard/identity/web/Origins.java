package com.pfavanguard.identity.web;

import com.pfavanguard.identity.SessionOrigin;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Where a request comes from. */
final class Origins {
  private Origins() {}

  static SessionOrigin of(HttpServletRequest request) {
    return new SessionOrigin(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
  }
}
