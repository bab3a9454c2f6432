package com.pfavanguard.credential.web;

import com.pfavanguard.credential.PemsConnectionCare;
import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.pems.ConnectionRegister;
import com.pfavanguard.pems.ConnectionRegister.Outcome;
import com.pfavanguard.pems.StoredConnection;
import com.pfavanguard.secrets.check.Verdict;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** PEMS connections in the database; system administrators only. Passwords go in and never out. */
@RestController
@Role.Server
@RequestMapping("/api/pems/connections")
class PemsConnectionController {
  record Connections(List<StoredConnection> connections) {}

  private final ConnectionRegister register;
  private final PemsConnectionCare care;

  PemsConnectionController(ConnectionRegister register, PemsConnectionCare care) {
    this.register = register;
    this.care = care;
  }

  @GetMapping
  Connections all(SignedIn signedIn) {
    signedIn.requireSystemAdmin();
    return new Connections(register.all());
  }

  /** 404 when there is none. */
  @GetMapping("/{id}")
  StoredConnection one(SignedIn signedIn, @PathVariable String id) {
    signedIn.requireSystemAdmin();
    return found(id);
  }

  /**
   * Makes or replaces one. 422 {@code address_not_allowed} outside {@code
   * vanguard.pems.allowed-hosts}, {@code secret_needed} when the account changes without its
   * password, {@code no_credential_key} where nothing can be encrypted.
   */
  @PutMapping("/{id}")
  StoredConnection save(
      SignedIn signedIn, @PathVariable String id, @RequestBody ConnectionRequest body) {
    var by = signedIn.requireSystemAdmin().caller();
    return switch (care.save(body.draft(id), by)) {
      case Outcome.Saved(StoredConnection connection) -> connection;
      case Outcome.Refused(String code, String reason) ->
          throw ApiException.refused(422, code, reason);
    };
  }

  /** 409 while an organization uses it. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(SignedIn signedIn, @PathVariable String id) {
    care.remove(id, signedIn.requireSystemAdmin().caller());
  }

  /** Signs in to PEMS with it; answers valid, expires, invalid or unreachable. */
  @PostMapping("/{id}/test")
  Verdict test(SignedIn signedIn, @PathVariable String id) {
    var by = signedIn.requireSystemAdmin().caller();
    found(id);
    return care.tryOut(id, by);
  }

  private StoredConnection found(String id) {
    return register.find(id).orElseThrow(() -> ApiException.notFound("PEMS connection " + id));
  }
}
