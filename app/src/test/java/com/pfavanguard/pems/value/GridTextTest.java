package com.pfavanguard.pems.value;

import static com.pfavanguard.kernel.FieldType.DATE;
import static com.pfavanguard.kernel.FieldType.DECIMAL;
import static com.pfavanguard.kernel.FieldType.FLAG;
import static com.pfavanguard.kernel.FieldType.MOMENT;
import static com.pfavanguard.kernel.FieldType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTextTest {
  private final GridText text = new GridText("MM/dd/yyyy", ZoneOffset.UTC);

  @Test
  void readsDatesInTheTenantsFormat() {
    assertThat(text.decode(DATE, "02/29/2028")).isEqualTo(LocalDate.of(2028, 2, 29));
    assertThat(new GridText("dd-MMM-yyyy", ZoneOffset.UTC).decode(DATE, "31-DEC-2026"))
        .isEqualTo(LocalDate.of(2026, 12, 31));
  }

  @ParameterizedTest
  @ValueSource(strings = {"02/30/2026", "31/12/2026", "2026-12-31", "soon"})
  void neverGuessesADate(String cell) {
    assertThatThrownBy(() -> text.decode(DATE, cell))
        .isInstanceOf(BadValue.class)
        .hasMessageContaining(cell);
  }

  @Test
  void showsAndReadsMomentsInTheServersZone() {
    GridText houston = new GridText("MM/dd/yyyy", ZoneId.of("America/Chicago"));
    Instant moment = Instant.parse("2026-01-01T05:59:59Z");

    assertThat(houston.encode(moment)).isEqualTo("12/31/2025 23:59:59");
    assertThat(houston.decode(MOMENT, "12/31/2025 23:59:59")).isEqualTo(moment);
  }

  @Test
  void anEmptyCellIsNullAndAnEmptyFlagFalse() {
    assertThat(text.decode(TEXT, "")).isNull();
    assertThat(text.decode(DECIMAL, "")).isNull();
    assertThat(text.decode(DATE, null)).isNull();
    assertThat(text.decode(FLAG, "")).isEqualTo(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "+", "1", "Y"})
  void readsEveryStyleOfYesAndAnswersInTheSame(String yes) {
    assertThat(FlagText.decode(yes)).isTrue();
    String no = FlagText.encode(false, yes);
    assertThat(FlagText.decode(no)).isFalse();
    assertThat(FlagText.encode(true, no)).isEqualTo(yes);
  }

  @Test
  void anUnknownFlagIsRefused() {
    assertThatThrownBy(() -> text.decode(FLAG, "maybe")).isInstanceOf(BadValue.class);
  }
}
