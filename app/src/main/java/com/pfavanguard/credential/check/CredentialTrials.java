package com.pfavanguard.credential.check;

import com.pfavanguard.secrets.check.Verdict;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tries every credential of this process now and then. */
@Component
class CredentialTrials {
  private static final Logger log = LoggerFactory.getLogger(CredentialTrials.class);

  private final OwnCredentials credentials;
  private final CredentialMeters meters;

  CredentialTrials(OwnCredentials credentials, CredentialMeters meters) {
    this.credentials = credentials;
    this.meters = meters;
    Map<String, Verdict> untried = new TreeMap<>();
    credentials.all().forEach(c -> untried.put(c.label(), Verdict.notConfigured()));
    meters.show(untried);
  }

  @Scheduled(
      fixedDelayString = "${vanguard.secrets.check-every}",
      initialDelayString = "${vanguard.secrets.first-check}")
  void tryAll() {
    Map<String, Verdict> verdicts = new TreeMap<>();
    for (TriedCredential credential : credentials.all()) {
      Verdict verdict = credential.trial().get();
      verdicts.put(credential.label(), verdict);
      switch (verdict.status()) {
        case invalid ->
            log.error("The credential {} is not good: {}", credential.label(), verdict.detail());
        case expires ->
            log.warn("The credential {} ends at {}", credential.label(), verdict.expiresAt());
        case unreachable ->
            log.warn("The credential {} cannot be tried: {}", credential.label(), verdict.detail());
        case valid, not_configured -> {}
      }
    }
    meters.show(verdicts);
  }
}
