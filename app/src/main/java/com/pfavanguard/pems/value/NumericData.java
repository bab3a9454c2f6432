package com.pfavanguard.pems.value;

import com.pfavanguard.kernel.FieldType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * NUMERICDATA: SIGN · VALUE / 10^NUMOFDEC, exact. Source: docs/pems-protocol.md, Numbers.
 *
 * <p>A fractional VALUE is taken with NUMOFDEC 0 only: elsewhere nobody can say which of the two
 * places the point.
 */
public final class NumericData {
  private static final int MAX_DECIMALS = 18;

  private NumericData() {}

  /**
   * @return null where VALUE is null or missing
   * @throws BadValue when the parts contradict each other or exceed 18 digits and 6 decimals
   */
  public static @Nullable BigDecimal decode(JsonNode data) {
    JsonNode value = data.path("VALUE");
    if (value.isNull() || value.isMissingNode()) {
      return null;
    }
    if (!value.isNumber()) {
      throw new BadValue("has a VALUE that is no number");
    }
    int decimals = decimals(data.path("NUMOFDEC"));
    if (decimals > 0 && !value.isIntegralNumber()) {
      throw new BadValue("has a fractional VALUE beside NUMOFDEC " + decimals);
    }
    BigDecimal unsigned = value.decimalValue();
    if (unsigned.signum() < 0) {
      throw new BadValue("has a negative VALUE beside SIGN");
    }
    BigDecimal number = unsigned.scaleByPowerOfTen(-decimals);
    return withinLimits(negative(data.path("SIGN")) ? number.negate() : number);
  }

  /** Writes the number's parts and leaves any others, such as CURRENCY and UOM, as they are. */
  public static void encode(BigDecimal number, ObjectNode into) {
    BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
    into.put("VALUE", plain.unscaledValue().abs());
    into.put("NUMOFDEC", plain.scale());
    into.put("SIGN", plain.signum() < 0 ? "-" : "+");
    if (!into.has("qualifier")) {
      into.put("qualifier", "OTHER");
    }
  }

  static BigDecimal withinLimits(BigDecimal number) {
    try {
      return (BigDecimal) FieldType.DECIMAL.parse(number.toString());
    } catch (IllegalArgumentException e) {
      throw new BadValue(String.valueOf(e.getMessage()), e);
    }
  }

  private static int decimals(JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return 0;
    }
    if (!node.canConvertToInt() || node.asInt() < 0 || node.asInt() > MAX_DECIMALS) {
      throw new BadValue("has a NUMOFDEC that is no number of decimals");
    }
    return node.asInt();
  }

  private static boolean negative(JsonNode sign) {
    return switch (sign.asString("+")) {
      case "+" -> false;
      case "-" -> true;
      default -> throw new BadValue("has a SIGN other than + and -");
    };
  }
}
