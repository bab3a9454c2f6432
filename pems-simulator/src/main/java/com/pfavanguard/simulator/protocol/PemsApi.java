package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.fault.Fault;
import com.pfavanguard.simulator.fault.Faults;
import com.pfavanguard.simulator.fault.Occasion;
import com.pfavanguard.simulator.fault.Strikes;
import com.pfavanguard.simulator.fault.TokenBucket;
import com.pfavanguard.simulator.http.Door;
import com.pfavanguard.simulator.http.Exchange;
import com.pfavanguard.simulator.http.Routes;
import com.pfavanguard.simulator.settings.Setting;
import com.pfavanguard.simulator.settings.Settings;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The REST services under {@code /axis/restservices}. */
public final class PemsApi implements Routes {
  private static final List<String> BASE = List.of("axis", "restservices");
  private static final int TOO_MANY = 429;
  private final Pems pems;
  private final Faults faults;
  private final Door door;
  private final Sessions sessions = new Sessions();
  private final Statistics statistics = new Statistics();
  private final TokenBucket bucket = new TokenBucket(System::nanoTime);
  private final Login login;
  private final GridService grids;
  private final ScreenService screens;
  private final CollectionService collections;

  public PemsApi(Pems pems, Faults faults, Door door) {
    this.pems = pems;
    this.faults = faults;
    this.door = door;
    this.login = new Login(pems.account(), sessions);
    this.grids = new GridService(pems);
    this.screens = new ScreenService(pems);
    this.collections = new CollectionService(pems);
  }

  public Statistics statistics() {
    return statistics;
  }

  public int maxConcurrentSessions() {
    return sessions.mostAtOnce();
  }

  @Override
  public void handle(Exchange exchange) throws IOException {
    Settings settings = pems.settings().get();
    statistics.begun();
    try {
      serve(exchange, settings);
    } catch (PemsRefusal refusal) {
      Envelope.refusal(exchange, refusal, settings);
    } finally {
      statistics.ended();
    }
  }

  private void serve(Exchange exchange, Settings settings) throws IOException {
    Operation route = route(exchange);
    if (limited(exchange, settings)) {
      return;
    }
    JsonNode body = route.hasBody() ? body(exchange) : MissingNode.getInstance();
    Operation operation =
        route.isScreen()
            ? Operation.ofAction(body.path("USERDEFINEDSERVICEACTION").asString(""))
            : route;
    Delay.sleep(settings.number(Setting.LATENCY_MILLIS));
    Occasion occasion = Occasions.of(operation, body, organization(exchange));
    Strikes strikes = faults.strike(occasion);
    RequestContext context = context(exchange, operation, settings, strikes);
    Troubles troubles = new Troubles(exchange, strikes, settings);
    troubles.onTheWay(door);
    if (!troubles.answeredInstead()) {
      perform(exchange, body, context, occasion);
    }
  }

  private void perform(Exchange exchange, JsonNode body, RequestContext context, Occasion occasion)
      throws IOException {
    if (context.strikes().has(Fault.SessionExpiry.class)) {
      sessions.expire(String.valueOf(exchange.header("sessionid")));
      throw PemsRefusal.noSession();
    }
    try (Login.Admission admission = login.admit(exchange, context.now(), context.settings())) {
      checkOrganization(context);
      RecordFaults others = new RecordFaults(pems.store(), occasion, context.strikes());
      others.beforeOperation(context.operation());
      Reply reply = reply(exchange, body, context);
      others.afterOperation(context.operation());
      new Troubles(exchange, context.strikes(), context.settings()).beforeAnswer();
      Envelope.success(exchange, reply, admission.issued());
    }
  }

  private Reply reply(Exchange exchange, JsonNode body, RequestContext context) {
    return switch (context.operation()) {
      case GRIDDATA, GRIDS -> grids.answer(body, context);
      case GET, ADD, UPDATE, DELETE, GETDEFAULT -> screens.answer(body, context);
      case ORGANIZATION, ASSETS, CATEGORIES, MANUFACTURERS, USERSETUP, USERORGANIZATIONS ->
          collections.answer(exchange, context);
    };
  }

  private RequestContext context(
      Exchange exchange, Operation operation, Settings settings, Strikes strikes) {
    Instant now = pems.clock().instant();
    Optional<Fault.ClockSkew> skew = strikes.first(Fault.ClockSkew.class);
    if (skew.isPresent()) {
      now = now.plusSeconds(skew.get().seconds());
      exchange.answerHeader(
          "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(ZoneOffset.UTC)));
    }
    Schema schema = Schema.usual().drifted(strikes);
    return new RequestContext(operation, organization(exchange), settings, schema, now, strikes);
  }

  private static @Nullable String organization(Exchange exchange) {
    String header = exchange.header("organization");
    return header == null || header.isEmpty() || header.equals("*") ? null : header;
  }

  private void checkOrganization(RequestContext context) {
    String code = context.organizationHeader();
    if (code != null && !pems.store().portfolio().catalogue().codes().isOrganization(code)) {
      throw PemsRefusal.invalid("'" + code + "' is not a valid Organization");
    }
  }

  private static Operation route(Exchange exchange) {
    List<String> path = exchange.path();
    if (path.size() <= BASE.size() || !path.subList(0, BASE.size()).equals(BASE)) {
      throw new PemsRefusal(404, null, "There is no such service.");
    }
    return Operation.of(exchange.method(), path.subList(BASE.size(), path.size()))
        .orElseThrow(() -> new PemsRefusal(404, null, "There is no such service."));
  }

  private static JsonNode body(Exchange exchange) throws IOException {
    try {
      return exchange.body();
    } catch (JacksonException e) {
      throw new PemsRefusal(400, null, "The body is not a valid JSON document.");
    }
  }

  /** Answers 429 when the tenant's limit is reached. */
  private boolean limited(Exchange exchange, Settings settings) throws IOException {
    int rate = settings.number(Setting.RATE_PER_SECOND);
    long wait = rate == 0 ? 0 : bucket.take(rate, burst(settings, rate));
    if (wait == 0) {
      return false;
    }
    statistics.limited();
    if (settings.on(Setting.RETRY_AFTER)) {
      exchange.answerHeader("Retry-After", Long.toString(wait));
    }
    Envelope.error(exchange, TOO_MANY, null, "Too many requests; slow down.", settings);
    return true;
  }

  /** A tenth above the rate, since requests that keep it are bunched on their way. */
  private static int burst(Settings settings, int rate) {
    int asked = settings.number(Setting.RATE_BURST);
    return asked > 0 ? asked : rate + Math.max(1, rate / 10);
  }
}
