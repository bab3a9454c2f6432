package com.pfavanguard.simulator.portfolio;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The codes that a write may name. */
public final class Codes {
  private final Set<String> organizations;
  private final Set<String> categories;
  private final Set<String> classes;
  private final Set<String> assets;

  Codes(Catalogue catalogue) {
    organizations = set(catalogue.organizations(), Organization::code);
    categories = set(catalogue.categories(), Category::code);
    classes = set(catalogue.categories(), Category::classCode);
    assets = set(catalogue.assets(), Asset::code);
  }

  private static <T> Set<String> set(List<T> things, Function<T, String> code) {
    return things.stream().map(code).collect(Collectors.toUnmodifiableSet());
  }

  public boolean isOrganization(String code) {
    return organizations.contains(code);
  }

  public boolean isCategory(String code) {
    return categories.contains(code);
  }

  public boolean isClass(String code) {
    return classes.contains(code);
  }

  public boolean isAsset(String code) {
    return assets.contains(code);
  }
}
