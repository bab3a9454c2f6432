package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.fault.Fault;
import com.pfavanguard.simulator.fault.Strike;
import com.pfavanguard.simulator.fault.Strikes;
import com.pfavanguard.simulator.record.PfaField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The tenant's columns, in the order of the grid. */
record Schema(List<Column> columns) {
  /** The grid of PFA records. */
  static final String GRID_NAME = "CUPFAG";

  static final String GRID_ID = "100541";
  static final String SCREEN_NAME = "CUPFA2";

  private static final Schema USUAL = new Schema(PfaField.all().stream().map(Column::of).toList());

  static Schema usual() {
    return USUAL;
  }

  private Schema with(PfaField field, UnaryOperator<Column> change) {
    return new Schema(
        columns.stream()
            .map(column -> column.field() == field ? change.apply(column) : column)
            .toList());
  }

  /** A copy that has drifted as the faults say. */
  Schema drifted(Strikes strikes) {
    Schema drifted = this;
    for (Strike strike : strikes.all()) {
      if (strike.fault() instanceof Fault.SchemaDrift drift) {
        drifted = drifted.with(drift.field(), column -> column.drifted(drift));
      }
    }
    return drifted;
  }

  Column of(PfaField field) {
    return columns.get(field.place());
  }

  Column alias(String alias) {
    return find(alias)
        .orElseThrow(() -> PemsRefusal.invalid("'" + alias + "' is not a valid alias name"));
  }

  Column screenField(String name) {
    return find(name)
        .filter(column -> column.field().onScreen())
        .orElseThrow(
            () ->
                PemsRefusal.invalid(
                    "'" + name + "' is not a valid field of the screen " + SCREEN_NAME));
  }

  private Optional<Column> find(String name) {
    String alias = name.toLowerCase(Locale.ROOT);
    return columns.stream().filter(column -> column.alias().equals(alias)).findFirst();
  }
}
