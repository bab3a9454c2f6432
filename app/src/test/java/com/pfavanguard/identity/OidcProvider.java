package com.pfavanguard.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small OpenID Connect provider: discovery, keys, and a token endpoint that checks the client,
 * the code and PKCE. A test says who signs in, and may spoil the ID token.
 */
final class OidcProvider implements AutoCloseable {
  static final String CLIENT = "vanguard";
  static final String SECRET = UUID.randomUUID().toString();

  /** How an ID token is made from its claims. */
  @FunctionalInterface
  interface Signing {
    String sign(JWTClaimsSet claims) throws JOSEException;
  }

  private final HttpServer http;
  private final RSAKey key;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private volatile Map<String, Object> person = Map.of();
  private volatile UnaryOperator<JWTClaimsSet.Builder> spoiling = UnaryOperator.identity();
  private volatile Signing signing = this::signed;

  OidcProvider() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("first").generate();
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/.well-known/openid-configuration", exchange -> answer(exchange, 200, document()));
    http.createContext(
        "/keys",
        exchange -> answer(exchange, 200, new JWKSet(key).toPublicJWKSet().toJSONObject()));
    http.createContext("/token", this::token);
    http.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** The next people to sign in are this one, with a token as it should be. */
  void is(Map<String, Object> claims) {
    person = claims;
    spoiling = UnaryOperator.identity();
    signing = this::signed;
  }

  void spoil(UnaryOperator<JWTClaimsSet.Builder> how) {
    spoiling = how;
  }

  void signWith(Signing how) {
    signing = how;
  }

  /** What the browser is sent back with, once the person has proved who they are. */
  URI authorize(URI request) {
    var asked = UriComponentsBuilder.fromUri(request).build().getQueryParams().toSingleValueMap();
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    return URI.create(
        decode(asked.get("redirect_uri")) + "?code=" + code + "&state=" + asked.get("state"));
  }

  String unsigned(JWTClaimsSet claims) {
    return new PlainJWT(claims).serialize();
  }

  /** Signed by the client's secret as a shared key: the classic confusion. */
  String signedBySecret(JWTClaimsSet claims) throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    token.sign(new MACSigner(SECRET.getBytes(StandardCharsets.UTF_8)));
    return token.serialize();
  }

  /** Signed by a key that the provider does not publish. */
  String forged(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, new RSAKeyGenerator(2048).keyID("first").generate());
  }

  private String signed(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, key);
  }

  private static String signed(JWTClaimsSet claims, RSAKey by) throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(), claims);
    token.sign(new RSASSASigner(by));
    return token.serialize();
  }

  private Map<String, Object> document() {
    return Map.of(
        "issuer",
        issuer(),
        "authorization_endpoint",
        issuer() + "/authorize",
        "token_endpoint",
        issuer() + "/token",
        "jwks_uri",
        issuer() + "/keys",
        "response_types_supported",
        new String[] {"code"},
        "subject_types_supported",
        new String[] {"public"},
        "id_token_signing_alg_values_supported",
        new String[] {"RS256"});
  }

  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var form = UriComponentsBuilder.fromUriString("?" + body).build().getQueryParams();
    Map<String, String> asked = codes.remove(Objects.requireNonNull(form.getFirst("code")));
    String basic = CLIENT + ":" + SECRET;
    boolean client =
        ("Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
            .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!client || asked == null || !isProved(asked, form.getFirst("code_verifier"))) {
      answer(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    answer(
        exchange,
        200,
        Map.of(
            "access_token",
            "unused",
            "token_type",
            "Bearer",
            "expires_in",
            60,
            "id_token",
            idToken(asked)));
  }

  private static boolean isProved(Map<String, String> asked, @Nullable String verifier) {
    byte[] hash = SessionKey.ofToken(Objects.requireNonNull(verifier)).bytes();
    return "S256".equals(asked.get("code_challenge_method"))
        && Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(hash)
            .equals(asked.get("code_challenge"));
  }

  private String idToken(Map<String, String> asked) throws IOException {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .claim("nonce", asked.get("nonce"));
    person.forEach(claims::claim);
    try {
      return signing.sign(spoiling.apply(claims).build());
    } catch (JOSEException e) {
      throw new IOException(e);
    }
  }

  private static String decode(@Nullable String text) {
    return URLDecoder.decode(Objects.requireNonNull(text), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, Object body) {
    try (exchange) {
      byte[] json = JsonMapper.shared().writeValueAsBytes(body);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, json.length);
      exchange.getResponseBody().write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
