package com.pfavanguard.credential;

import com.pfavanguard.audit.AuditAction;
import com.pfavanguard.audit.AuditActor;
import com.pfavanguard.audit.AuditEntry;
import com.pfavanguard.audit.AuditSubject;
import com.pfavanguard.audit.AuditTrail;
import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.Organization;
import com.pfavanguard.identity.Organizations;
import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.Tenancy;
import com.pfavanguard.pems.ConnectionDraft;
import com.pfavanguard.pems.ConnectionRegister;
import com.pfavanguard.pems.ConnectionRegister.Outcome;
import com.pfavanguard.secrets.check.Verdict;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Changes connections and writes down who did. */
@Service
@Role.Server
public class PemsConnectionCare {
  private final ConnectionRegister register;
  private final Organizations organizations;
  private final Tenancy tenancy;
  private final AuditTrail trail;

  PemsConnectionCare(
      ConnectionRegister register, Organizations organizations, Tenancy tenancy, AuditTrail trail) {
    this.register = register;
    this.organizations = organizations;
    this.tenancy = tenancy;
    this.trail = trail;
  }

  public Outcome save(ConnectionDraft draft, Caller by) {
    List<String> concerned = concerned(draft.id());
    return tenancy.within(
        concerned,
        () -> {
          Outcome outcome = register.save(draft, by.username());
          if (outcome instanceof Outcome.Saved) {
            write(AuditAction.PEMS_CONNECTION_CHANGED, by, concerned, facts(draft));
          }
          return outcome;
        });
  }

  private static Map<String, Object> facts(ConnectionDraft draft) {
    return Map.of(
        "connectionId", draft.id(),
        "baseUrl", draft.baseUrl(),
        "tenant", draft.tenant(),
        "username", draft.username(),
        "secretChanged", draft.secret() != null);
  }

  /**
   * @throws ApiException 404 when there is none, 409 while an organization uses it
   */
  public void remove(String id, Caller by) {
    if (!users(id).isEmpty()) {
      throw ApiException.conflict(
          "connection_in_use", "Organizations use it: " + String.join(", ", users(id)) + ".");
    }
    List<String> concerned = concerned(id);
    tenancy.within(
        concerned,
        () -> {
          if (!register.remove(id)) {
            throw ApiException.notFound("PEMS connection " + id);
          }
          write(AuditAction.PEMS_CONNECTION_REMOVED, by, concerned, Map.of("connectionId", id));
          return id;
        });
  }

  /** Tries it, whoever uses it. */
  public Verdict tryOut(String id, Caller by) {
    Verdict verdict = register.tryOut(id);
    List<String> concerned = concerned(id);
    tenancy.within(
        concerned,
        () -> {
          Map<String, Object> facts = Map.of("connectionId", id, "status", verdict.status().name());
          write(AuditAction.PEMS_CONNECTION_TRIED, by, concerned, facts);
          return id;
        });
    return verdict;
  }

  private void write(
      AuditAction action, Caller by, List<String> concerned, Map<String, Object> facts) {
    trail.append(
        concerned.stream()
            .map(
                organization ->
                    AuditEntry.of(
                            action, AuditActor.of(by), AuditSubject.organization(organization))
                        .detail(facts))
            .toList());
  }

  /** In whose audit it stands: of those that use it; of all where nobody does yet. */
  private List<String> concerned(String id) {
    List<String> users = users(id);
    return users.isEmpty()
        ? organizations.findAll().stream().map(Organization::id).toList()
        : users;
  }

  private List<String> users(String id) {
    return organizations.findAll().stream()
        .filter(organization -> organization.pemsConnection().equals(id))
        .map(Organization::id)
        .toList();
  }
}
