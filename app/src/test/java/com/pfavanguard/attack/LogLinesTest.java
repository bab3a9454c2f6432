package com.pfavanguard.attack;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.ServerTest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

/** Whoever reads a log reads what the product wrote, never a line that somebody sent. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTest {
  private static final String FORGED =
      "x\n2026-01-01T00:00:00.000Z INFO  forged [id] admin signed in\r\u001b[2J\u0085\u2028y";

  @Autowired ApiClient api;
  @Autowired Environment environment;

  @Test
  void aMessageIsOneLineWhateverItQuotes() {
    assertThat(logged("said " + FORGED, null).lines().toList())
        .hasSize(1)
        .first()
        .asString()
        .doesNotContain("\u001b");
  }

  @Test
  void aStackTraceKeepsItsShapeWhateverTheMessageQuotes() {
    String text =
        logged("failed", new IllegalStateException(FORGED, new IllegalArgumentException(FORGED)));

    assertThat(text.lines().skip(1)).allMatch(line -> line.matches("(\t|Caused by: |java\\.).*"));
    assertThat(text).contains("\tat ").doesNotContain("\u001b");
  }

  @Test
  void nothingThatAClientSendsBecomesALine(CapturedOutput output) {
    api.post("/api/auth/login", Map.of("username", FORGED, "password", FORGED));
    api.with("User-Agent", "a\tb").with("X-Request-Id", "short").get("/api/auth/me");
    ApiClient planner = api.as("planner");
    planner.send("POST", "/api/pfa-data/save-draft", "{\"organizationId\":\"\\n2026 forged\"}");
    planner.get("/api/pfa-data/%0A2026%20forged%0D?organizationId=RIO");
    planner.get("/api/pfa-data?organizationId=RIO&sort=%0A2026%20forged");

    assertThat(output.getAll().lines()).noneMatch(line -> line.matches("\\s*2026\\S* .*forged.*"));
    assertThat(output.getAll()).doesNotContain("\u001b[2J");
  }

  private String logged(String message, @Nullable Throwable cause) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    PatternLayout layout = new PatternLayout();
    layout.setContext(context);
    layout.setPattern(environment.getRequiredProperty("logging.pattern.console"));
    layout.start();
    Logger logger = context.getLogger("attack");
    List<LoggingEvent> event =
        List.of(new LoggingEvent("attack", logger, Level.WARN, message, cause, new Object[0]));
    return layout.doLayout(event.getFirst());
  }
}
