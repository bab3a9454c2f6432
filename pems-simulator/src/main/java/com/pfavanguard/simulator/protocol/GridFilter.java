package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.record.PfaField;
import com.pfavanguard.simulator.record.PfaRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which rows a grid request wants. */
sealed interface GridFilter {
  /** A filter that admits every row. */
  static GridFilter everything() {
    return new All(List.of());
  }

  boolean admits(PfaRecord record);

  /** The organization that every admitted row belongs to, when the filter says so outright. */
  default Optional<String> organization() {
    return Optional.empty();
  }

  /** What is left to test once the organization is settled. */
  default GridFilter withoutOrganization() {
    return this;
  }

  default boolean isEverything() {
    return false;
  }

  /** One comparison; {@code equalTo} holds the value when it asks for equality. */
  record Test(PfaField field, Optional<Object> equalTo, Predicate<PfaRecord> test)
      implements GridFilter {
    @Override
    public boolean admits(PfaRecord record) {
      return test.test(record);
    }

    @Override
    public Optional<String> organization() {
      return field == PfaField.ORGANIZATION ? equalTo.map(Object::toString) : Optional.empty();
    }

    @Override
    public GridFilter withoutOrganization() {
      return organization().isPresent() ? everything() : this;
    }
  }

  /** Every part must admit the row; no parts admit all. */
  record All(List<GridFilter> parts) implements GridFilter {
    @Override
    public boolean admits(PfaRecord record) {
      for (GridFilter part : parts) {
        if (!part.admits(record)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Optional<String> organization() {
      return parts.stream().flatMap(part -> part.organization().stream()).findFirst();
    }

    @Override
    public GridFilter withoutOrganization() {
      Optional<String> settled = organization();
      return new All(
          parts.stream()
              .map(part -> part.organization().equals(settled) ? part.withoutOrganization() : part)
              .filter(part -> !part.isEverything())
              .toList());
    }

    @Override
    public boolean isEverything() {
      return parts.isEmpty();
    }
  }

  /** At least one part must admit the row. */
  record Any(List<GridFilter> parts) implements GridFilter {
    @Override
    public boolean admits(PfaRecord record) {
      for (GridFilter part : parts) {
        if (part.admits(record)) {
          return true;
        }
      }
      return false;
    }
  }
}
