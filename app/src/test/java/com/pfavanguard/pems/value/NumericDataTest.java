package com.pfavanguard.pems.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class NumericDataTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @Provide
  Arbitrary<BigDecimal> amounts() {
    BigInteger most = BigInteger.TEN.pow(18).subtract(BigInteger.ONE);
    return Combinators.combine(
            Arbitraries.bigIntegers().between(most.negate(), most),
            Arbitraries.integers().between(0, 6))
        .as(BigDecimal::new);
  }

  @Property
  void everyNumberOf18DigitsSurvivesTheWireWithItsScale(@ForAll("amounts") BigDecimal amount) {
    ObjectNode written = JSON.createObjectNode();
    NumericData.encode(amount, written);

    var read = NumericData.decode(JSON.readTree(written.toString()));

    assertThat(read).isEqualTo(amount);
  }

  @Property
  void whatExceeds18DigitsOr6DecimalsIsRefusedAndNeverRounded(
      @ForAll("amounts") BigDecimal amount) {
    BigDecimal longer = amount.setScale(7).add(new BigDecimal("0.0000001"));
    String wide = BigInteger.TEN.pow(18).add(amount.unscaledValue().abs()).toString();

    for (String text : new String[] {longer.toPlainString(), wide, "-" + wide}) {
      assertThatThrownBy(() -> com.pfavanguard.kernel.FieldType.DECIMAL.parse(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> decode("{'VALUE':%s,'NUMOFDEC':0,'SIGN':'+'}".formatted(wide)))
        .isInstanceOf(BadValue.class);
  }

  @Property
  void everyNumberSurvivesAsAGridCellWithThousandsCommas(@ForAll("amounts") BigDecimal amount) {
    String cell = String.format(java.util.Locale.US, "%,." + amount.scale() + "f", amount);

    Object read =
        new GridText("MM/dd/yyyy", java.time.ZoneOffset.UTC)
            .decode(com.pfavanguard.kernel.FieldType.DECIMAL, cell);

    assertThat(read).isEqualTo(amount);
  }

  @Example
  void aFractionalValueCountsOnlyWithoutDecimalPlaces() {
    assertThat(decode("{'VALUE':1250.75,'NUMOFDEC':0,'SIGN':'-'}")).isEqualTo("-1250.75");
    assertThatThrownBy(() -> decode("{'VALUE':1250.75,'NUMOFDEC':2,'SIGN':'+'}"))
        .isInstanceOf(BadValue.class)
        .hasMessageContaining("fractional");
  }

  @Example
  void anEmptyNumberIsNull() {
    assertThat(NumericData.decode(json("{'VALUE':null,'NUMOFDEC':0,'SIGN':'+'}"))).isNull();
    assertThat(NumericData.decode(json("{}"))).isNull();
  }

  @Example
  void contradictionsAreRefused() {
    assertThatThrownBy(() -> decode("{'VALUE':-5,'NUMOFDEC':0,'SIGN':'-'}"))
        .isInstanceOf(BadValue.class);
    assertThatThrownBy(() -> decode("{'VALUE':5,'NUMOFDEC':0,'SIGN':'minus'}"))
        .isInstanceOf(BadValue.class);
    assertThatThrownBy(() -> decode("{'VALUE':5,'NUMOFDEC':-1,'SIGN':'+'}"))
        .isInstanceOf(BadValue.class);
    assertThatThrownBy(() -> decode("{'VALUE':'5','NUMOFDEC':0,'SIGN':'+'}"))
        .isInstanceOf(BadValue.class);
    assertThatThrownBy(() -> decode("{'VALUE':1e999999999,'NUMOFDEC':0,'SIGN':'+'}"))
        .isInstanceOf(BadValue.class);
  }

  @Example
  void whatElseTheNumberSaidIsKept() {
    ObjectNode data =
        (ObjectNode) json("{'VALUE':100,'NUMOFDEC':2,'SIGN':'-','CURRENCY':'USD','qualifier':'X'}");

    NumericData.encode(new BigDecimal("2.5"), data);

    assertThat(data)
        .hasToString(
            json("{'VALUE':25,'NUMOFDEC':1,'SIGN':'+','CURRENCY':'USD','qualifier':'X'}")
                .toString());
  }

  private static String decode(String text) {
    return String.valueOf(NumericData.decode(json(text)));
  }

  private static tools.jackson.databind.JsonNode json(String text) {
    return JSON.readTree(text.replace('\'', '"'));
  }
}
