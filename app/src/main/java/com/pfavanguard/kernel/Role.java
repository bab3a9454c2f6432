package com.pfavanguard.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Marks beans that exist in one kind of process only; {@code vanguard.role} says which this is. */
public final class Role {
  private Role() {}

  /** Serves people: HTTP, WebSocket, read sync. */
  @Target({ElementType.TYPE, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  @ConditionalOnProperty(name = "vanguard.role", havingValue = "server")
  public @interface Server {}

  /** Writes queued edits to PEMS. */
  @Target({ElementType.TYPE, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  @ConditionalOnProperty(name = "vanguard.role", havingValue = "worker")
  public @interface Worker {}
}
