package com.pfavanguard.simulator.portfolio;

import com.pfavanguard.simulator.portfolio.EquipmentKind.Naming;
import java.util.ArrayList;
import java.util.List;

/** A category with what the generator needs to make records of it. */
record CatalogueItem(
    Category category, EquipmentKind.Terms terms, List<String> makers, List<String> models) {

  static CatalogueItem of(EquipmentKind kind, int variant) {
    int capacity = kind.size().of(variant);
    Naming naming = kind.naming();
    Category category =
        new Category(
            "%s-%05d".formatted(naming.code(), capacity),
            "%s %,d %s".formatted(naming.name(), capacity, kind.size().unit()),
            naming.classCode(),
            naming.className());
    List<String> makers = new ArrayList<>();
    List<String> models = new ArrayList<>();
    for (int maker = 0; maker < kind.makers().size(); maker++) {
      String[] words = kind.makers().get(maker).split(":", -1);
      makers.add(words[0]);
      models.add((words[1].isEmpty() ? initials(naming.name()) : words[1]) + "-" + capacity);
    }
    return new CatalogueItem(category, kind.terms(), List.copyOf(makers), List.copyOf(models));
  }

  /** Stands in for a maker's series that nobody wrote down: "Wheel loader" gives WL. */
  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split(" ", -1)) {
      initials.append(Character.toUpperCase(word.charAt(0)));
    }
    return initials.toString();
  }
}
