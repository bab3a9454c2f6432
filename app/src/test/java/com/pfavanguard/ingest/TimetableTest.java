package com.pfavanguard.ingest;

import static com.pfavanguard.ingest.SyncType.full;
import static com.pfavanguard.ingest.SyncType.incremental;
import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.ingest.domain.Timetable;
import com.pfavanguard.ingest.domain.Timetable.Next;
import com.pfavanguard.ingest.domain.Timetable.Past;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class TimetableTest {
  private static final Timetable TIMETABLE =
      new Timetable(Duration.ofMinutes(5), LocalTime.of(2, 0));

  @Test
  void whatNobodyHasReadIsReadWholeOneIntervalAfterItsBeginning() {
    assertThat(TIMETABLE.next(new Past(at("09:00"), null, null)))
        .isEqualTo(new Next(at("09:05"), full));
  }

  @Test
  void afterAFullReadOnlyChangesAreReadUntilTheNight() {
    assertThat(TIMETABLE.next(new Past(at("09:00"), at("09:00"), at("09:00"))))
        .isEqualTo(new Next(at("09:05"), incremental));
    assertThat(TIMETABLE.next(new Past(at("23:57"), at("09:00"), at("09:00"))))
        .isEqualTo(new Next(Instant.parse("2026-11-25T00:02:00Z"), incremental));
  }

  @Test
  void theFullReadComesAtItsTimeEvenShortlyAfterAnother() {
    assertThat(TIMETABLE.next(new Past(at("01:58"), at("00:30"), at("00:30"))))
        .isEqualTo(new Next(at("02:00"), full));
  }

  @Test
  void aNightThatWasMissedIsMadeUpFor() {
    assertThat(TIMETABLE.next(new Past(at("08:00"), at("01:00"), at("01:00"))))
        .isEqualTo(new Next(at("02:00"), full));
  }

  @Test
  void aFullReadThatFailedIsTriedAgainAfterAnIntervalNotAtOnce() {
    assertThat(TIMETABLE.next(new Past(at("02:00"), at("02:00"), at("01:00"))))
        .isEqualTo(new Next(at("02:05"), full));
    assertThat(TIMETABLE.next(new Past(at("09:00"), at("09:00"), null)))
        .isEqualTo(new Next(at("09:05"), full));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-24T" + time + ":00Z");
  }
}
