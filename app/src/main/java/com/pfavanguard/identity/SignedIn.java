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
    SessionKey session,
    Caller caller,
    @Nullable SystemRole systemRole,
    Map<String, String> roles,
    Standing standing) {

  /** System administration takes a session of its own, not a token and not somebody else's eyes. */
  public SignedIn requireSystemAdmin() {
    if (systemRole != SystemRole.SYSTEM_ADMIN || standing.kind() != SessionKind.SIGN_IN) {
      throw ApiException.refused(403, "forbidden", "Only a system administrator may do this.");
    }
    return this;
  }

  /**
   * Credentials are changed by the person, signed in: never by a script's token or somebody who
   * looks as them.
   *
   * @throws ApiException 403 otherwise
   */
  public SignedIn requireInPerson() {
    if (standing.kind() != SessionKind.SIGN_IN) {
      throw ApiException.refused(
          403, "sign_in_needed", "Sign in with your password to change credentials or access.");
    }
    return this;
  }

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
