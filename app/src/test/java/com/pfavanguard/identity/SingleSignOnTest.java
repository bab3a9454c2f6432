package com.pfavanguard.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.pfavanguard.testing.ApiClient;
import com.pfavanguard.testing.FreshServer;
import com.pfavanguard.testing.LiveReader;
import com.pfavanguard.testing.ServerTest;
import com.pfavanguard.testing.TestDatabase;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** A second server, which has a provider, beside the one that has none. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SingleSignOnTest {
  @Autowired ApiClient withoutProvider;
  @Autowired TestDatabase database;

  OidcProvider provider;
  ConfigurableApplicationContext server;
  ApiClient api;

  @BeforeAll
  void start() throws Exception {
    provider = new OidcProvider();
    server =
        FreshServer.another(
            database,
            Map.of(
                "vanguard.sso.issuer",
                provider.issuer(),
                "vanguard.sso.client-id",
                OidcProvider.CLIENT,
                "vanguard.sso.client-secret",
                OidcProvider.SECRET,
                "vanguard.sso.name",
                "Company account",
                "vanguard.sso.unknown-people",
                "create"));
    api =
        ApiClient.at(
            server.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    owner(
        "INSERT INTO user_account (username, display_name, password_hash) VALUES ('vera@example.com', 'Vera', '')");
    owner(
        "INSERT INTO membership (user_id, organization_id, role_template) SELECT id, 'RIO', 'viewer'"
            + " FROM user_account WHERE username = 'vera@example.com'");
  }

  @AfterEach
  void forgetWhoCame() {
    owner("DELETE FROM sso_identity");
    owner("UPDATE user_account SET enabled = true");
  }

  @AfterAll
  void stop() {
    server.close();
    provider.close();
    for (String table : new String[] {"user_session", "membership"}) {
      owner(
          "DELETE FROM "
              + table
              + " WHERE user_id IN (SELECT id FROM user_account WHERE username LIKE '%@example.com')");
    }
    owner("DELETE FROM user_account WHERE username LIKE '%@example.com'");
  }

  @Test
  void theButtonIsThereOnlyWhereAProviderIsConfigured() {
    assertThat(api.get("/api/auth/sign-in-options").body().path("singleSignOn").asString())
        .isEqualTo("Company account");
    assertThat(
            withoutProvider.get("/api/auth/sign-in-options").body().path("singleSignOn").isNull())
        .isTrue();
    assertThat(withoutProvider.get("/api/auth/sso").status()).isEqualTo(401);
  }

  @Test
  void whoTheProviderVouchesForHasASessionOfOursOnEveryServer() {
    SsoBrowser browser = arrive(vera("v-1"));
    ApiClient here = api.withToken(browser.session());
    ApiClient there = withoutProvider.withToken(browser.session());

    assertThat(here.get("/api/auth/me").body().path("user").path("displayName").asString())
        .isEqualTo("Vera");
    assertThat(there.get("/api/pfa-data?organizationId=RIO").status()).isEqualTo(200);
    assertThat(there.get("/api/pfa-data?organizationId=HOLNG").status()).isEqualTo(404);
    assertThat(browser.cookies())
        .extracting("name")
        .containsExactlyInAnyOrder("vanguard_session", "XSRF-TOKEN");
    try (LiveReader live = LiveReader.open(api, browser.session()).subscribe("RIO")) {
      live.await("SUBSCRIBED");
      assertThat(there.send("POST", "/api/auth/logout", "").status()).isEqualTo(204);
      assertThat(here.get("/api/auth/me").status()).isEqualTo(401);
      assertThat(live.awaitClosed()).isEqualTo(1008);
    }
  }

  @Test
  void signingInAgainIsAnotherSessionAndEndsTheOneBefore() {
    SsoBrowser browser = arrive(vera("v-1"));
    String before = browser.session();

    browser.open(provider.authorize(browser.start()));

    assertThat(browser.session()).isNotEqualTo(before);
    assertThat(api.withToken(before).get("/api/auth/me").status()).isEqualTo(401);
    assertThat(api.withToken(browser.session()).get("/api/auth/me").status()).isEqualTo(200);
  }

  @Test
  void anotherSubjectWithTheSameNameIsAnotherPerson() {
    arrive(vera("v-1"));

    assertThat(refusal(vera("v-2"))).isEqualTo("another_person");
    assertThat(arrive(vera("v-1")).session()).isNotEmpty();
  }

  @Test
  void whoIsUnknownGetsAnAccountWithoutAnyAccess() {
    SsoBrowser browser =
        arrive(Map.of("sub", "n-1", "email", "Nina@Example.com", "name", "Nina New"));

    var me = api.withToken(browser.session()).get("/api/auth/me").body();

    assertThat(me.path("user").path("username").asString()).isEqualTo("nina@example.com");
    assertThat(me.path("user").path("systemRole").isNull()).isTrue();
    assertThat(me.path("organizations")).isEmpty();
  }

  @Test
  void whoIsDisabledUnverifiedOrNamelessIsTold() {
    assertThat(refusal(Map.of("sub", "x-1"))).isEqualTo("no_name");
    assertThat(refusal(Map.of("sub", "x-1", "email", "vera@example.com", "email_verified", false)))
        .isEqualTo("no_name");
    owner("UPDATE user_account SET enabled = false WHERE username = 'vera@example.com'");
    assertThat(refusal(vera("v-1"))).isEqualTo("disabled");
  }

  static Stream<Arguments> spoiledTokens() {
    Date past = Date.from(Instant.now().minusSeconds(600));
    return Stream.of(
        spoiled("another nonce", claims -> claims.claim("nonce", "another")),
        spoiled("no nonce", claims -> claims.claim("nonce", null)),
        spoiled("another audience", claims -> claims.audience("another")),
        spoiled("another issuer", claims -> claims.issuer("https://evil.example")),
        spoiled("no subject", claims -> claims.subject(null)),
        spoiled("expired", claims -> claims.issueTime(past).expirationTime(past)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spoiledTokens")
  void aTokenThatIsNotForThisSignInIsWorthNothing(
      String what, UnaryOperator<JWTClaimsSet.Builder> how) {
    provider.is(vera("v-1"));
    provider.spoil(how);

    assertNobodyComesIn();
  }

  @Test
  void onlyTheProvidersOwnSignatureCounts() {
    provider.is(vera("v-1"));
    for (OidcProvider.Signing signing :
        new OidcProvider.Signing[] {
          provider::unsigned, provider::signedBySecret, provider::forged
        }) {
      provider.signWith(signing);
      assertNobodyComesIn();
    }
  }

  @Test
  void aWayBackIsGoodOnceAndInTheBrowserThatBeganOnly() {
    provider.is(vera("v-1"));
    SsoBrowser browser = new SsoBrowser(api.address());
    SsoBrowser victim = new SsoBrowser(api.address());
    URI back = provider.authorize(browser.start());
    victim.start();

    assertThat(victim.open(back).getQuery()).isEqualTo("sso=failed");
    assertThat(victim.session()).isEmpty();
    assertThat(
            new SsoBrowser(api.address())
                .open(URI.create(back.toString().replaceFirst("state=.*", "state=guessed")))
                .getQuery())
        .isEqualTo("sso=failed");
    assertThat(browser.open(back).getPath()).isEqualTo("/");
    assertThat(browser.session()).isNotEmpty();
    assertThat(browser.open(back).getQuery()).isEqualTo("sso=failed");
  }

  @Test
  void anInterceptedCodeIsWorthNothingInAnotherSignIn() {
    provider.is(vera("v-1"));
    URI stolen = provider.authorize(new SsoBrowser(api.address()).start());
    SsoBrowser thief = new SsoBrowser(api.address());
    String own = thief.start().getQuery().replaceAll(".*state=([^&]*).*", "$1");

    URI mixed = URI.create(stolen.toString().replaceFirst("state=.*", "state=" + own));

    assertThat(thief.open(mixed).getQuery()).isEqualTo("sso=failed");
    assertThat(thief.session()).isEmpty();
  }

  private void assertNobodyComesIn() {
    SsoBrowser browser = new SsoBrowser(api.address());
    assertThat(browser.open(provider.authorize(browser.start())).getQuery())
        .isEqualTo("sso=failed");
    assertThat(browser.session()).isEmpty();
    assertThat(
            database
                .as("owner")
                .sql("SELECT count(*) FROM sso_identity")
                .query(Long.class)
                .single())
        .isZero();
  }

  private SsoBrowser arrive(Map<String, Object> person) {
    provider.is(person);
    SsoBrowser browser = new SsoBrowser(api.address());
    assertThat(browser.open(provider.authorize(browser.start())).toString())
        .isEqualTo(api.address() + "/");
    return browser;
  }

  private String refusal(Map<String, Object> person) {
    provider.is(person);
    SsoBrowser browser = new SsoBrowser(api.address());
    URI back = browser.open(provider.authorize(browser.start()));
    assertThat(browser.session()).isEmpty();
    return back.getQuery().replace("sso=", "");
  }

  private static Map<String, Object> vera(String subject) {
    return Map.of("sub", subject, "email", "Vera@example.com", "email_verified", true);
  }

  private static Arguments spoiled(String what, UnaryOperator<JWTClaimsSet.Builder> how) {
    return Arguments.of(what, how);
  }

  private void owner(String sql) {
    database.as("owner").sql(sql).update();
  }
}
