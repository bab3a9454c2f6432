package com.pfavanguard.simulator.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * NUMERICDATA: SIGN · VALUE / 10^NUMOFDEC, exact. A fractional VALUE is legal with NUMOFDEC 0 only,
 * for elsewhere its meaning is ambiguous.
 */
public final class PemsNumber {
  private static final int MAX_DECIMALS = 30;

  private PemsNumber() {}

  /**
   * Writes the structure; {@code fractional} puts the decimals into VALUE, as the schema allows.
   */
  public static void write(JsonGenerator json, BigDecimal number, boolean fractional) {
    BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
    json.writeStartObject();
    if (fractional) {
      json.writeNumberProperty("VALUE", new BigDecimal(plain.abs().toPlainString()));
      json.writeNumberProperty("NUMOFDEC", 0);
    } else {
      json.writeName("VALUE");
      json.writeNumber(plain.unscaledValue().abs());
      json.writeNumberProperty("NUMOFDEC", plain.scale());
    }
    json.writeStringProperty("SIGN", plain.signum() < 0 ? "-" : "+");
    json.writeNullProperty("UOM");
    json.writeStringProperty("qualifier", "OTHER");
    json.writeEndObject();
  }

  /**
   * The number of a NUMERICDATA structure.
   *
   * @throws InvalidValue when a part is missing, of a wrong type or ambiguous
   */
  public static BigDecimal read(JsonNode data) {
    JsonNode value = data.path("VALUE");
    int decimals = decimals(data.path("NUMOFDEC"));
    if (!value.isNumber()) {
      throw new InvalidValue("VALUE is not a valid number");
    }
    BigDecimal unscaled = value.decimalValue();
    if (unscaled.signum() < 0) {
      throw new InvalidValue("VALUE is not a valid unsigned number; use SIGN");
    }
    BigDecimal number;
    if (value.isIntegralNumber()) {
      number = new BigDecimal(integer(unscaled), decimals);
    } else if (decimals == 0) {
      number = unscaled;
    } else {
      throw new InvalidValue("a fractional VALUE is not a valid partner of NUMOFDEC " + decimals);
    }
    return negative(data.path("SIGN")) ? number.negate() : number;
  }

  private static BigInteger integer(BigDecimal number) {
    return number.toBigIntegerExact();
  }

  private static int decimals(JsonNode node) {
    if (!node.isIntegralNumber() || node.asInt() < 0 || node.asInt() > MAX_DECIMALS) {
      throw new InvalidValue("NUMOFDEC is not a valid number of decimals");
    }
    return node.asInt();
  }

  private static boolean negative(JsonNode node) {
    return switch (node.asString("")) {
      case "+" -> false;
      case "-" -> true;
      default -> throw new InvalidValue("SIGN is not a valid sign");
    };
  }
}
