package com.pfavanguard.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Everything shipped is under a licence that somebody has agreed to: one of licences-allowed.txt,
 * or reviewed by name in licences-reviewed.txt.
 */
class LicencesTest {
  private static final Set<String> ALLOWED =
      Repository.list("licences-allowed.txt").stream()
          .map(cells -> cells[0])
          .collect(Collectors.toSet());
  private static final Map<String, String> REVIEWED =
      Repository.list("licences-reviewed.txt").stream()
          .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));

  @Test
  void everyComponentIsUnderALicenceWeAgreedTo() {
    assertThat(Bom.foreignComponents().stream().filter(each -> !agreed(each)).toList())
        .as("components whose licence nobody agreed to")
        .isEmpty();
  }

  @Test
  void anUnknownLicenceIsNotAgreedTo() {
    assertThat(agreed(new Bom.Component("pkg:maven/a/b@1", List.of()))).isFalse();
    assertThat(agreed(new Bom.Component("pkg:maven/a/b@1", List.of("GPL-3.0-only")))).isFalse();
    assertThat(agreed(new Bom.Component("pkg:npm/c@1", List.of("AGPL-3.0-only", "MIT")))).isTrue();
  }

  @Test
  void aReviewThatNoLongerAppliesIsRemoved() {
    Set<String> names =
        Bom.foreignComponents().stream().map(Bom.Component::name).collect(Collectors.toSet());

    assertThat(names).containsAll(REVIEWED.keySet());
  }

  private static boolean agreed(Bom.Component component) {
    String reviewed = REVIEWED.get(component.name());
    return component.licences().stream()
        .anyMatch(licence -> ALLOWED.contains(licence) || licence.equals(reviewed));
  }
}
