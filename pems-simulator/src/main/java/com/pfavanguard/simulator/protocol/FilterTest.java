package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.record.FieldType;
import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.PfaRecord;
import com.pfavanguard.simulator.value.GridText;
import com.pfavanguard.simulator.value.InvalidValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes one comparison; an empty field passes none but IS EMPTY, as in SQL. */
final class FilterTest {
  private final PfaField field;
  private final String value;
  private final GridText text;

  private FilterTest(Column column, String value, GridText text) {
    this.field = column.field();
    this.value = value;
    this.text = text;
  }

  static GridFilter of(Column column, String operator, String value, GridText text) {
    FilterTest test = new FilterTest(column, value, text);
    try {
      return test.make(operator.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " "));
    } catch (InvalidValue e) {
      throw PemsRefusal.invalid(column.alias() + ": " + e.getMessage());
    }
  }

  private GridFilter make(String operator) {
    return switch (operator) {
      case "=" -> {
        Object wanted = parsed(value);
        yield new GridFilter.Test(
            field, Optional.of(wanted), compared(wanted, order -> order == 0));
      }
      case "!=", "<>" -> test(compared(parsed(value), order -> order != 0));
      case "<" -> test(compared(parsed(value), order -> order < 0));
      case "<=" -> test(compared(parsed(value), order -> order <= 0));
      case ">" -> test(compared(parsed(value), order -> order > 0));
      case ">=" -> test(compared(parsed(value), order -> order >= 0));
      case "IN" -> test(in());
      case "BEGINS" -> test(like(String::startsWith));
      case "ENDS" -> test(like(String::endsWith));
      case "CONTAINS" -> test(like(String::contains));
      case "NOTCONTAINS" -> test(like((cell, part) -> !cell.contains(part)));
      case "IS EMPTY" -> test(record -> isEmpty(record.get(field)));
      case "NOT EMPTY", "IS NOT EMPTY" -> test(record -> !isEmpty(record.get(field)));
      default -> throw PemsRefusal.invalid("'" + operator + "' is not a valid operator");
    };
  }

  private GridFilter test(Predicate<PfaRecord> test) {
    return new GridFilter.Test(field, Optional.empty(), test);
  }

  private Object parsed(String one) {
    return field.type().parseCell(one, text);
  }

  private static boolean isEmpty(@Nullable Object cell) {
    return cell == null || cell.equals("");
  }

  private Predicate<PfaRecord> compared(Object wanted, IntPredicate holds) {
    return record -> {
      Object cell = record.get(field);
      return cell != null && holds.test(Cells.compare(cell, wanted));
    };
  }

  private Predicate<PfaRecord> in() {
    Set<Object> wanted =
        Arrays.stream(value.split(",", -1))
            .map(one -> one.strip().replaceAll("^'(.*)'$", "$1"))
            .map(this::parsed)
            .collect(Collectors.toSet());
    return record -> {
      Object cell = record.get(field);
      return cell != null && wanted.stream().anyMatch(one -> Cells.compare(cell, one) == 0);
    };
  }

  private Predicate<PfaRecord> like(BiPredicate<String, String> holds) {
    String part = value.toLowerCase(Locale.ROOT);
    return record -> {
      Object cell = record.get(field);
      return cell != null && holds.test(FieldType.cell(cell, text).toLowerCase(Locale.ROOT), part);
    };
  }
}
