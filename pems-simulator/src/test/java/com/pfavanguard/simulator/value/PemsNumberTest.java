package com.pfavanguard.simulator.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PemsNumberTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @Property(tries = 500)
  void survivesTheJourneyExactly(
      @ForAll @BigRange(min = "-999999999999999999999999", max = "999999999999999999999999")
          BigInteger unscaled,
      @ForAll @IntRange(max = 6) int scale) {
    BigDecimal number = new BigDecimal(unscaled, scale);
    assertThat(PemsNumber.read(written(number, false))).isEqualTo(number);
  }

  @Property(tries = 200)
  void survivesAsFractionalValueToo(
      @ForAll @BigRange(min = "-999999999999999999", max = "999999999999999999")
          BigInteger unscaled,
      @ForAll @IntRange(max = 6) int scale) {
    BigDecimal number = new BigDecimal(unscaled, scale);
    JsonNode data = written(number, true);
    assertThat(data.path("NUMOFDEC").asInt()).isZero();
    assertThat(PemsNumber.read(data)).isEqualByComparingTo(number);
  }

  @Example
  void writesVendorsParts() {
    JsonNode data = written(new BigDecimal("-12.50"), false);
    assertThat(data.path("VALUE").asInt()).isEqualTo(1250);
    assertThat(data.path("NUMOFDEC").asInt()).isEqualTo(2);
    assertThat(data.path("SIGN").asString()).isEqualTo("-");
    assertThat(data.path("qualifier").asString()).isEqualTo("OTHER");
  }

  @Example
  void refusesAmbiguousOrMissingParts() {
    assertRefused("{\"VALUE\":1.5,\"NUMOFDEC\":1,\"SIGN\":\"+\"}");
    assertRefused("{\"VALUE\":15,\"SIGN\":\"+\"}");
    assertRefused("{\"VALUE\":15,\"NUMOFDEC\":0}");
    assertRefused("{\"VALUE\":\"15\",\"NUMOFDEC\":0,\"SIGN\":\"+\"}");
    assertRefused("{\"VALUE\":-15,\"NUMOFDEC\":0,\"SIGN\":\"+\"}");
    assertRefused("{\"VALUE\":15,\"NUMOFDEC\":-1,\"SIGN\":\"+\"}");
  }

  private static void assertRefused(String json) {
    assertThatThrownBy(() -> PemsNumber.read(JSON.readTree(json)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("not a valid");
  }

  private static JsonNode written(BigDecimal number, boolean fractional) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      PemsNumber.write(json, number, fractional);
    }
    return JSON.readTree(text.toString());
  }
}
