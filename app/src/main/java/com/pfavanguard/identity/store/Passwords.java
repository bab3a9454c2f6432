package com.pfavanguard.identity.store;

import com.pfavanguard.kernel.Role;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with the parameters OWASP gives for 19 MiB, about 50 ms of one core. */
@Component
@Role.Server
public class Passwords {
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;

  /** Matches no password and costs as much to find out as a real hash. */
  private static final String NOBODY =
      "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5LW5vYm9keS4uLg"
          + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, ITERATIONS);

  // Many sign-ins at once would take 19 MiB each; more than the cores can hash gain nothing.
  private final Semaphore slots = new Semaphore(Runtime.getRuntime().availableProcessors());

  public String hash(String password) {
    return inSlot(() -> encoder.encode(password));
  }

  public boolean matches(String password, String hash) {
    return inSlot(() -> encoder.matches(password, hash));
  }

  /** Spends the time that a wrong password of an existing user costs. */
  public boolean matchesNobody(String password) {
    return matches(password, NOBODY);
  }

  private <T> T inSlot(Supplier<T> work) {
    slots.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      slots.release();
    }
  }
}
