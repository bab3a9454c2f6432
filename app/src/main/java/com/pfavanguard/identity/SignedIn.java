package com.pfavanguard.identity;

import com.pfavanguard.kernel.ApiException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A caller together with the session they came by.
 *
 * @param roles the name of the caller's role by organization id
 */
public record SignedIn(
    SessionKey session, Caller caller, @Nullable SystemRole systemRole, Map<String, String> roles) {

  /**
   * Whoever sent the request that this thread is serving.
   *
   * @throws ApiException 401 when nobody is signed in
   */
  public static SignedIn current() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
      return signedIn;
    }
    throw ApiException.unauthenticated("Sign in first.");
  }
}
