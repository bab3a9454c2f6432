package com.pfavanguard.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FaultRuleTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Faults faults = new Faults(nanos::get);

  private void rules(long seed, String rules) {
    String json = "{\"seed\":%d,\"rules\":[%s]}".formatted(seed, rules);
    faults.replace(new JsonMapper().readTree(json));
  }

  private static Occasion about(String operation, String pfaId) {
    return new Occasion(operation, "RIO", pfaId, "", "");
  }

  private List<Integer> numbersStruck(int requests) {
    List<Integer> numbers = new ArrayList<>();
    for (int number = 1; number <= requests; number++) {
      if (!faults.strike(about("GRIDDATA", "")).all().isEmpty()) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  @Test
  void strikesByCountAndSchedule() {
    rules(1, "{\"fault\":\"http-500\",\"count\":2}");
    assertThat(numbersStruck(5)).containsExactly(1, 2);
    rules(1, "{\"fault\":\"http-500\",\"schedule\":{\"from\":2,\"to\":4}}");
    assertThat(numbersStruck(6)).containsExactly(2, 3, 4);
    rules(1, "{\"fault\":\"http-500\",\"schedule\":{\"every\":3}}");
    assertThat(numbersStruck(9)).containsExactly(3, 6, 9);
    rules(1, "{\"fault\":\"http-500\"}");
    assertThat(numbersStruck(2)).containsExactly(1, 2);
  }

  @Test
  void strikesWithinASpanOfTime() {
    rules(1, "{\"fault\":\"http-500\",\"schedule\":{\"fromMillis\":100,\"toMillis\":200}}");
    assertThat(numbersStruck(1)).isEmpty();
    nanos.addAndGet(150_000_000);
    assertThat(numbersStruck(1)).hasSize(1);
    nanos.addAndGet(50_000_000);
    assertThat(numbersStruck(1)).isEmpty();
  }

  @Test
  void repeatsARateFromItsSeed() {
    String rule = "{\"fault\":\"http-500\",\"rate\":0.2}";
    rules(5, rule);
    List<Integer> first = numbersStruck(1_000);
    rules(5, rule);
    assertThat(numbersStruck(1_000)).isEqualTo(first);
    rules(6, rule);
    assertThat(numbersStruck(1_000)).isNotEqualTo(first);
    assertThat(first).hasSizeBetween(150, 250);
  }

  @Test
  void strikesTheSameRecordsInWhateverOrderTheyCome() {
    List<String> ids = new ArrayList<>(IntStream.range(0, 500).mapToObj(i -> "P" + i).toList());
    Set<String> first = recordsStruck(ids);
    Collections.shuffle(ids, new Random(3));
    assertThat(recordsStruck(ids)).isEqualTo(first);
    assertThat(first).hasSizeBetween(100, 200);
  }

  private Set<String> recordsStruck(List<String> ids) {
    rules(9, "{\"match\":{\"operation\":\"UPDATE\"},\"fault\":\"http-500\",\"rate\":0.3}");
    Set<String> struck = new HashSet<>();
    for (String id : ids) {
      if (faults.strike(about("UPDATE", id)).has(Fault.Status.class)) {
        struck.add(id);
      }
    }
    return struck;
  }

  @Test
  void strikesOnlyWhatItMatches() {
    rules(
        1,
        """
        {"match":{"operation":["UPDATE","ADD"],"organization":"RIO","pfaId":"A"},
         "fault":"http-500"}\
        """);
    assertThat(faults.strike(about("UPDATE", "A")).all()).hasSize(1);
    assertThat(faults.strike(about("ADD", "A")).all()).hasSize(1);
    assertThat(faults.strike(about("GET", "A")).all()).isEmpty();
    assertThat(faults.strike(about("UPDATE", "B")).all()).isEmpty();
    assertThat(faults.strike(new Occasion("UPDATE", "HOLNG", "A", "", "")).all()).isEmpty();
    faults.clear();
    assertThat(faults.strike(about("UPDATE", "A")).all()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithARule() {
    assertComplaint("{\"fault\":\"explode\"}", "explode");
    assertComplaint("{\"fault\":\"http-500\",\"rate\":2}", "rate");
    assertComplaint("{\"fault\":\"http-500\",\"rate\":0.1,\"count\":1}", "only one");
    assertComplaint("{\"fault\":\"http-500\",\"when\":1}", "when");
    assertComplaint("{\"match\":{\"user\":\"x\"},\"fault\":\"http-500\"}", "user");
    assertComplaint("{\"fault\":{\"kind\":\"http-500\",\"millis\":1}}", "millis");
    assertComplaint("{\"fault\":{\"kind\":\"slow-drip\",\"bytesPerSecond\":\"x\"}}", "bytesPer");
    assertComplaint("{\"fault\":{\"kind\":\"schema-drift\",\"alias\":\"x\"}}", "alias");
    assertComplaint(
        "{\"fault\":{\"kind\":\"concurrent-edit\",\"fields\":{\"x\":1}}}", "no field 'x'");
  }

  private void assertComplaint(String rule, String part) {
    assertThatThrownBy(() -> rules(1, rule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rule 0")
        .hasMessageContaining(part);
  }
}
