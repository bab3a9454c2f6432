package com.pfavanguard.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.MirrorRows;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Bytes and characters that are no text, and texts that are no bodies. */
@ServerTest
class OddBytesTest {
  @Autowired ApiClient api;
  @Autowired TestDatabase database;

  private ApiClient planner;
  private String token;
  private Digest before;

  @BeforeEach
  void aRecordStands() {
    new MirrorRows(database).clear().rental("A", Map.of());
    token = api.login("planner").body().path("token").asString();
    planner = api.withToken(token);
    before = Digest.of(database);
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(Digest.of(database)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "crane\\u0000", "\\ud800", "\\udc00 crane", "\\ud800x"})
  void aTextThatCannotBeStoredIsRefused(String escaped) {
    ApiAnswer fields = draft("{\"description\":\"" + escaped + "\"}", "why");
    ApiAnswer reason = draft("{\"description\":\"crane\"}", escaped);
    ApiAnswer id =
        planner.send(
            "POST",
            "/api/pfa-data/save-draft",
            "{\"organizationId\":\"RIO\",\"changes\":[{\"pfaId\":\""
                + escaped
                + "\",\"fields\":{\"description\":\"x\"}}]}");

    for (ApiAnswer answer : new ApiAnswer[] {fields, reason, id}) {
      assertThat(answer.status()).as(answer.text()).isIn(400, 404, 422);
    }
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    byte[] start =
        "{\"organizationId\":\"RIO\",\"changes\":[],\"x\":\"".getBytes(StandardCharsets.UTF_8);
    for (int bad : new int[] {0xC0, 0xF5, 0x80, 0xFF}) {
      byte[] body = java.util.Arrays.copyOf(start, start.length + 3);
      body[start.length] = (byte) bad;
      body[start.length + 1] = '"';
      body[start.length + 2] = '}';
      assertThat(post(body, "")).isEqualTo(400);
    }
  }

  @Test
  void aPackedBombIsNotUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[50_000_000]);
    }

    assertThat(post(packed.toByteArray(), "\nContent-Encoding: gzip")).isIn(400, 415);
  }

  @Test
  void aBodyThatSaysTwoThingsIsRefused() {
    ApiAnswer answer =
        planner.send(
            "POST",
            "/api/pfa-data/discard-drafts",
            "{\"organizationId\":\"HOLNG\",\"organizationId\":\"RIO\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("malformed_json");
  }

  @Test
  void manyPropertiesAndLongNamesAreRefused() {
    StringBuilder wide = new StringBuilder("{");
    for (int i = 0; i < 100_000; i++) {
      wide.append("\"f").append(i).append("\":1,");
    }
    String body = wide.append("\"z\":1}").toString();

    assertThat(planner.send("POST", "/api/pfa-data/save-draft", body).status()).isEqualTo(400);
    assertThat(draft(body, "why").status()).isIn(400, 422);
    assertThat(draft("{\"" + "n".repeat(100_000) + "\":1}", "why").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/auth/me HTTP/9.9",
        "GET http://evil.example/api/auth/me HTTP/1.1\nTransfer-Encoding: chunked",
        "POST /api/auth/login HTTP/1.1\nContent-Type: application/json\nTransfer-Encoding: chunked, identity",
        "GET /api/auth/me HTTP/1.1\nBad Header: x",
        "GET /api/auth/me HTTP/1.1\nX: a\u0000b",
        "GET /..;/actuator/health HTTP/1.1",
        "GET /\\..\\api HTTP/1.1",
        "TRACE / HTTP/1.1",
        "CONNECT 127.0.0.1:22 HTTP/1.1",
        "PROPFIND / HTTP/1.1"
      })
  void requestsThatAreNoneAreRefusedInOurOwnWords(String head) {
    String answer = new RawHttp(api.address()).send(head, new byte[0]);

    assertThat(RawHttp.status(answer)).as(answer).isBetween(400, 505);
    assertThat(answer).doesNotContain("Tomcat", "Exception", "<html");
  }

  @Test
  void aRequestCannotBeSmuggledBehindAnother() {
    String answer =
        new RawHttp(api.address())
            .send(
                "POST /api/auth/login HTTP/1.1\nContent-Type: application/json\nTransfer-Encoding: chunked",
                "0\r\n\r\nGET /api/auth/me HTTP/1.1\r\nHost: x\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));

    assertThat(answer.split("HTTP/1.1 ")).hasSize(2);
    assertThat(RawHttp.status(answer)).isEqualTo(400);
  }

  private ApiAnswer draft(String fields, String reason) {
    return planner.send(
        "POST",
        "/api/pfa-data/save-draft",
        "{\"organizationId\":\"RIO\",\"changes\":[{\"pfaId\":\"A\",\"reason\":\"%s\",\"fields\":%s}]}"
            .formatted(reason, fields));
  }

  private int post(byte[] body, String more) {
    return RawHttp.status(
        new RawHttp(api.address())
            .send(
                "POST /api/pfa-data/save-draft HTTP/1.1\nContent-Type: application/json\nAuthorization: Bearer "
                    + token
                    + more,
                body));
  }
}
