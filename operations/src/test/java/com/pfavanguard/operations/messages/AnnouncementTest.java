package com.pfavanguard.operations.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.pfavanguard.operations.Documents;
import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.testing.StubService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
  private static final Path MESSAGES = Path.of("../ops/messages");
  private static final Map<String, String> VALUES =
      Map.of(
          "version", "4.1.0",
          "startsAt", "2026-11-25T18:00:00Z",
          "endsAt", "2026-11-25T19:00:00Z",
          "downtime", "0 minutes",
          "lead", "Åsa $1 \\");

  private final List<Duration> pauses = new ArrayList<>();

  private Announcement planned(Map<String, String> environment) throws Exception {
    return Announcement.of(
        MESSAGES.resolve("maintenance-planned"), Channels.of(environment), VALUES, pauses::add);
  }

  @Test
  void chatIsToldByItsWebhook() throws Exception {
    try (StubService chat = new StubService().answers(200, "ok")) {
      Map<String, String> environment =
          Map.of("VANGUARD_CHAT_WEBHOOK_URL", chat.address() + "/services/T0/B0/s3cret");
      assertThat(planned(environment).send().sent()).containsExactly("chat");
      assertThat(chat.requests.getFirst().path()).isEqualTo("/services/T0/B0/s3cret");
      assertThat(Documents.parse(chat.requests.getFirst().body()).path("text").asString())
          .contains("PFA Vanguard 4.1.0", "Åsa $1 \\")
          .doesNotContain("{{");
    }
  }

  @Test
  void theStatusPageGetsAnIncidentInItsOwnShape() throws Exception {
    try (StubService page = new StubService().answers(201, "{}")) {
      Announcement announcement =
          Announcement.of(
              MESSAGES.resolve("maintenance-planned"),
              Channels.of(
                  Map.of(
                      "VANGUARD_STATUS_PAGE_URL",
                      page.address() + "/v1/pages/p1",
                      "VANGUARD_STATUS_PAGE_TOKEN",
                      "t0ken")),
              without("lead"),
              pauses::add);
      assertThat(announcement.send().failed()).isEmpty();
      StubService.Request request = page.requests.getFirst();
      assertThat(request.path()).isEqualTo("/v1/pages/p1/incidents");
      assertThat(request.authorization()).isEqualTo("OAuth t0ken");
      var incident = Documents.parse(request.body()).path("incident");
      assertThat(incident.path("status").asString()).isEqualTo("scheduled");
      assertThat(incident.path("scheduled_for").asString()).isEqualTo("2026-11-25T18:00:00Z");
      assertThat(incident.path("name").asString()).contains("4.1.0");
    }
  }

  private static Map<String, String> without(String name) {
    Map<String, String> values = new HashMap<>(VALUES);
    values.remove(name);
    return values;
  }

  @Test
  void customersGetOneMailAndDoNotSeeOneAnother() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.setUser("ops@example.com", "ops", "p:ss");
    server.start();
    try {
      Map<String, String> environment =
          Map.of(
              "VANGUARD_SMTP_URL",
              "smtp://ops:p%3Ass@127.0.0.1:" + server.getSmtp().getPort(),
              "VANGUARD_MAIL_FROM",
              "PFA Vanguard <ops@example.com>",
              "VANGUARD_MAIL_TO",
              "a@example.com, b@example.com");
      Announcement announcement =
          Announcement.of(
              MESSAGES.resolve("maintenance-planned"),
              Channels.of(environment),
              without("lead"),
              pauses::add);
      assertThat(announcement.send().failed()).isEmpty();
      var mails = server.getReceivedMessages();
      assertThat(mails).hasSize(2);
      assertThat(mails[0].getSubject()).contains("planned maintenance");
      assertThat(String.valueOf(mails[0].getContent())).contains("4.1.0");
      assertThat(String.join(" ", List.of(mails[0].getHeader("To")))).doesNotContain("example.com");

      Map<String, String> wrong = new HashMap<>(environment);
      wrong.put("VANGUARD_SMTP_URL", "smtp://ops:wr0ng@127.0.0.1:" + server.getSmtp().getPort());
      var outcome =
          Announcement.of(
                  MESSAGES.resolve("maintenance-planned"),
                  Channels.of(wrong),
                  without("lead"),
                  pauses::add)
              .send();
      assertThat(outcome.failed()).containsKey("mail");
      assertThat(outcome.failed().toString()).doesNotContain("wr0ng");
      assertThat(pauses).as("a wrong password is not tried again").isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void aServiceThatStumblesIsAskedAgainAndOneThatRefusesIsNot() throws Exception {
    try (StubService chat = new StubService().answers(503, "").answers(429, "").answers(200, "")) {
      var outcome = planned(Map.of("VANGUARD_CHAT_WEBHOOK_URL", chat.address() + "/x")).send();
      assertThat(outcome.sent()).containsExactly("chat");
      assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
    }
    pauses.clear();
    try (StubService chat = new StubService().answers(404, "")) {
      var outcome = planned(Map.of("VANGUARD_CHAT_WEBHOOK_URL", chat.address() + "/s3cret")).send();
      assertThat(outcome.failed().get("chat")).contains("404").doesNotContain("s3cret");
      assertThat(pauses).isEmpty();
    }
  }

  @Test
  void oneChannelThatIsDownDoesNotKeepTheOthersFromBeingTold() throws Exception {
    try (StubService page = new StubService().answers(201, "{}")) {
      var outcome =
          planned(
                  Map.of(
                      "VANGUARD_CHAT_WEBHOOK_URL", "http://127.0.0.1:1/s3cret",
                      "VANGUARD_STATUS_PAGE_URL", page.address() + "/v1/pages/p1",
                      "VANGUARD_STATUS_PAGE_TOKEN", "t0ken"))
              .send();
      assertThat(outcome.sent()).containsExactly("status");
      assertThat(outcome.failed().toString()).contains("does not answer").doesNotContain("s3cret");
    }
  }

  @Test
  void nobodyIsSentAGapAndATypingMistakeIsNoticed() {
    Map<String, String> chat = Map.of("VANGUARD_CHAT_WEBHOOK_URL", "http://127.0.0.1:1/");
    Path planned = MESSAGES.resolve("maintenance-planned");
    assertThatThrownBy(() -> Announcement.of(planned, Channels.of(chat), Map.of(), pauses::add))
        .isInstanceOf(OperationRefused.class)
        .hasMessageContaining("downtime, endsAt, lead, startsAt, version");
    Map<String, String> typing = new HashMap<>(VALUES);
    typing.put("verison", "4");
    assertThatThrownBy(() -> Announcement.of(planned, Channels.of(chat), typing, pauses::add))
        .hasMessageContaining("no template uses verison");
  }

  @Test
  void everyMessageHasItsTextForEveryChannelWithTheLinesItNeeds() throws Exception {
    try (Stream<Path> messages = Files.list(MESSAGES)) {
      for (Path message : messages.toList()) {
        for (String channel : List.of("chat", "status", "mail")) {
          Template template = Template.read(message.resolve(channel + ".txt"));
          Map<String, String> values = new HashMap<>();
          template.names().forEach(name -> values.put(name, "x"));
          Text text = template.filled(values);
          assertThat(text.body()).as(message + " " + channel).isNotBlank();
          switch (channel) {
            case "mail" -> text.header("Subject");
            case "status" -> {
              text.header("Name");
              text.header("Status");
            }
            default -> assertThat(text.headers()).isEmpty();
          }
        }
      }
    }
  }

  @Test
  void anAddressThatIsWrongIsNamedByItsVariableAlone() {
    for (String wrong : List.of("s3cret", "ftp://s3cret/x", "http://s3 cret")) {
      assertThatThrownBy(() -> Channels.of(Map.of("VANGUARD_CHAT_WEBHOOK_URL", wrong)))
          .hasMessageContaining("VANGUARD_CHAT_WEBHOOK_URL")
          .message()
          .doesNotContain("s3");
    }
  }
}
