package com.pfavanguard.simulator.portfolio;

import java.util.List;

/** One kind of construction equipment: a line of {@code equipment.csv}. */
record EquipmentKind(Naming naming, Size size, List<String> makers, Terms terms) {
  record Naming(String code, String name, String classCode, String className) {}

  /** Capacity of a kind's variants, in its unit. */
  record Size(String unit, int base, int step) {
    int of(int variant) {
      return base + step * variant;
    }
  }

  /** Whole currency units a month or apiece, percent rented, months on site. */
  record Terms(Range rate, Range price, int rentalPercent, Range months) {}

  record Range(int low, int high) {}

  static EquipmentKind parse(String line) {
    String[] part = line.split(";", -1);
    return new EquipmentKind(
        new Naming(part[0], part[1], part[2], part[3]),
        new Size(part[4], number(part[5]), number(part[6])),
        List.of(part[7].split("\\|", -1)),
        new Terms(
            new Range(number(part[8]), number(part[9])),
            new Range(number(part[10]), number(part[11])),
            number(part[12]),
            new Range(number(part[13]), number(part[14]))));
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  String maker(int index) {
    return makers.get(Math.floorMod(index, makers.size())).split(":", 2)[0];
  }
}
