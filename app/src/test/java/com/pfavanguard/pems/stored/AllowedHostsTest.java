package com.pfavanguard.pems.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {
  private final AllowedHosts hosts =
      AllowedHosts.of(
          List.of(
              "pems.invalid", "*.tenants.invalid", "http://127.0.0.1:8090", "https://169.254.1.1"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://pems.invalid/axis/restservices",
        "https://PEMS.invalid:443/axis",
        "https://a.tenants.invalid/axis",
        "http://127.0.0.1:8090/axis"
      })
  void leadWhereTheListSays(String address) {
    assertThat(hosts.refusal(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://pems.invalid/axis",
        "https://pems.invalid:8443/axis",
        "https://pems.invalid.evil.invalid/",
        "https://evilpems.invalid/",
        "https://tenants.invalid/",
        "https://eviltenants.invalid/",
        "https://pems.invalid@evil.invalid/",
        "https://user:pw@pems.invalid/",
        "https://evil.invalid/#pems.invalid",
        "https://pems.invalid/?to=evil",
        "https://evil.invalid\\@pems.invalid/",
        "http://127.0.0.1:5432/",
        "http://localhost:8090/",
        "http://[::1]:8090/",
        "http://2130706433:8090/",
        "http://0x7f000001:8090/",
        "file:///etc/passwd",
        "gopher://pems.invalid/",
        "//pems.invalid/",
        "https://169.254.1.1/latest/meta-data",
        ""
      })
  void leadNowhereElse(String address) {
    assertThat(hosts.refusal(address)).isPresent();
  }

  @Test
  void withoutAListNothingIsAllowed() {
    assertThat(AllowedHosts.of(List.of("")).refusal("https://pems.invalid/")).isPresent();
  }

  @Test
  void aListThatCannotBeReadStopsTheStart() {
    assertThatThrownBy(() -> AllowedHosts.of(List.of("ftp://pems.invalid")))
        .hasMessageContaining("allowed-hosts");
  }
}
