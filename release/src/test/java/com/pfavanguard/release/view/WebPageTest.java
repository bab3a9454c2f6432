package com.pfavanguard.release.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.run.RecordedRelease;
import com.pfavanguard.release.story.Story;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class WebPageTest {
  @TempDir private static Path home;
  private static WebPage page;

  @BeforeAll
  static void open() throws IOException {
    RecordedRelease release = RecordedRelease.rolledBack(home);
    page =
        WebPage.open(
            release.definition(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    page.look(Story.of(release.entries()), release.entries().getLast().at());
  }

  @AfterAll
  static void close() {
    page.close();
  }

  @Test
  void itSaysHowTheReleaseStands() throws IOException {
    String answer = ask("GET /scene.json", "127.0.0.1:" + page.port());
    JsonNode scene = Json.parse(answer.substring(answer.indexOf("\r\n\r\n")));
    assertThat(scene.path("outcome").asString()).isEqualTo("rolled back");
    assertThat(scene.path("rollback").path("because").asString()).contains("back.worker");
    assertThat(scene.path("phases")).isNotEmpty();
  }

  @Test
  void itsPolicyLetsItsOwnScriptRunAndNothingElse() throws IOException {
    String answer = ask("GET /", "localhost:" + page.port());
    assertThat(answer)
        .contains("default-src 'none'", "frame-ancestors 'none'", "nosniff")
        .doesNotContain("unsafe-inline")
        .doesNotContainPattern("(src|href)=\"(?!data:,)");
    Matcher script = Pattern.compile("<script>(.*)</script>", Pattern.DOTALL).matcher(answer);
    assertThat(script.find()).isTrue();
    assertThat(answer).contains("script-src '" + StylePolicy.source(script.group(1)) + "'");
  }

  @Test
  void itTakesNothingAndAnswersNobodyWhoAsksForAnotherName() throws IOException {
    assertThat(ask("POST /", "localhost:" + page.port())).startsWith("HTTP/1.1 405");
    assertThat(ask("GET /scene.json", "evil.example")).startsWith("HTTP/1.1 421");
    assertThat(ask("GET /journal.jsonl", "localhost:" + page.port())).startsWith("HTTP/1.1 404");
  }

  private static String ask(String line, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.port())) {
      String request =
          "%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
              .formatted(line, host);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
