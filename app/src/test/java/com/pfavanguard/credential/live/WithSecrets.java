package com.pfavanguard.credential.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One system for the classes that look after its secrets; JUnit closes it after the run. */
final class WithSecrets implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SecretSystem.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(WithSecrets.class))
        .computeIfAbsent("system", key -> start(), SecretSystem.class);
  }

  private static SecretSystem start() {
    try {
      return new SecretSystem();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
