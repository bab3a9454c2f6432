package com.pfavanguard.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.testing.ApiAnswer;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The files served here stand in src/test/resources, before those of the web jar. */
@ServerTest
class FrontEndTest {
  @Autowired ApiClient api;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/login", "/organizations/RIO/records"})
  void everyPageAddressIsTheOnePage(String path) {
    ApiAnswer page = api.with("Accept", "text/html,*/*;q=0.8").get(path);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("<title>");
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/nothing", "/actuator/health", "/assets/gone.js", "/v3/nothing"})
  void otherAddressesAreNoPages(String path) {
    assertThat(api.with("Accept", "text/html").get(path).status()).isEqualTo(404);
  }

  @Test
  void aMissingFileIsNoPage() {
    assertThat(api.with("Accept", "*/*").get("/missing.js").status()).isEqualTo(404);
  }

  @Test
  void assetsAreKeptForAYear() {
    ApiAnswer asset = api.get("/assets/test-0a1b2c3d.js");

    assertThat(asset.status()).isEqualTo(200);
    assertThat(asset.header("Cache-Control")).contains("max-age=31536000", "immutable");
  }

  @Test
  void browsersAreToldToRunOurScriptsOnly() {
    ApiAnswer page = api.with("Accept", "text/html").get("/");

    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'self';", "frame-ancestors 'none'", "connect-src 'self'");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
  }

  @Test
  void theApiDescriptionIsPublicAndNamesItsCredentials() {
    ApiAnswer description = api.get("/v3/api-docs");

    assertThat(description.status()).isEqualTo(200);
    assertThat(description.body().path("info").path("title").asString()).isEqualTo("PFA Vanguard");
    assertThat(description.body().path("components").path("securitySchemes")).hasSize(2);
    assertThat(description.text()).doesNotContain("SessionKey");
  }

  @Test
  void theApiDescriptionHasAPage() {
    assertThat(api.get("/swagger-ui/index.html").status()).isEqualTo(200);
  }
}
