package com.pfavanguard.trial.cast;

import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.trial.check.RecordKey;
import com.pfavanguard.trial.stage.Accounts;
import com.pfavanguard.trial.stage.Door;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** The records of a trial; a few of each organization are in everybody's hands. */
public record Pool(List<List<RecordKey>> byOrganization) {
  private static final int HOT_SHARE = 10;
  private static final int HOT_OF = 100;
  private static final int HOT_CHANCE = 20;

  /** Forecast rentals: any of the trial's fields may be edited on them. */
  public static Pool of(Door referee, int perOrganization) throws InterruptedException {
    List<List<RecordKey>> all = new ArrayList<>();
    for (String organization : Accounts.ORGANIZATIONS) {
      JsonNode page =
          referee
              .get(
                  "/api/pfa-data?organizationId=%s&limit=%d&totals=false"
                          .formatted(organization, perOrganization)
                      + "&filter=isActualized:eq:false&filter=source:eq:Rental")
              .body();
      List<RecordKey> records = new ArrayList<>();
      for (JsonNode record : page.path("records")) {
        records.add(new RecordKey(organization, record.path("pfaId").asString()));
      }
      if (records.size() < perOrganization) {
        throw new Refusal("%s has only %d records to edit".formatted(organization, records.size()));
      }
      all.add(List.copyOf(records));
    }
    return new Pool(List.copyOf(all));
  }

  public List<RecordKey> all() {
    return byOrganization.stream().flatMap(List::stream).toList();
  }

  RecordKey any(RandomGenerator random) {
    return anyOf(byOrganization.get(random.nextInt(byOrganization.size())), random);
  }

  /** Records of one organization; fewer than asked for when chance repeats itself. */
  List<RecordKey> some(int count, RandomGenerator random) {
    List<RecordKey> organization = byOrganization.get(random.nextInt(byOrganization.size()));
    return random
        .ints(count, 0, Integer.MAX_VALUE)
        .mapToObj(i -> anyOf(organization, random))
        .distinct()
        .toList();
  }

  private static RecordKey anyOf(List<RecordKey> records, RandomGenerator random) {
    int hot = Math.max(1, records.size() * HOT_SHARE / HOT_OF);
    int bound = random.nextInt(HOT_OF) < HOT_CHANCE ? hot : records.size();
    return records.get(random.nextInt(bound));
  }
}
