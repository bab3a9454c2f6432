package com.pfavanguard.writeback.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ResolvePropertiesTest {

  @Test
  void fromTheLimitOnASecondPersonIsNeededUpwardsAndDownwards() {
    ResolveProperties properties = limit("100000");
    assertThat(properties.needsSecondPerson(new BigDecimal("99999.99"))).isFalse();
    assertThat(properties.needsSecondPerson(new BigDecimal("100000"))).isTrue();
    assertThat(properties.needsSecondPerson(new BigDecimal("-100000.00"))).isTrue();
    assertThat(limit("5.50").needsSecondPerson(new BigDecimal("5.50"))).isTrue();
  }

  @Test
  void zeroOrEmptySwitchesItOff() {
    for (String off : new String[] {"0", ""}) {
      assertThat(limit(off).needsSecondPerson(new BigDecimal("1e12"))).as(off).isFalse();
    }
  }

  private static ResolveProperties limit(String text) {
    return bound(Map.of("vanguard.conflicts.second-person-above", text));
  }

  private static ResolveProperties bound(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("vanguard.conflicts", ResolveProperties.class);
  }
}
