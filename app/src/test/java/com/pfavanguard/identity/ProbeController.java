package com.pfavanguard.identity;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An endpoint as other modules write them, to try the edge on. */
@RestController
@TestComponent
public class ProbeController {
  public record Body(@Nullable String note, @Nullable LocalDate day) {}

  private final JdbcClient jdbc;

  ProbeController(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @GetMapping("/api/probe/{organizationId}")
  Map<String, String> read(Caller caller, @PathVariable String organizationId) {
    return Map.of("read", caller.in(organizationId).organizationId());
  }

  @PostMapping("/api/probe/{organizationId}")
  Map<String, String> edit(
      Caller caller, @PathVariable String organizationId, @RequestBody Body body) {
    caller.in(organizationId).require(Permission.EditForecast);
    return Map.of("edited", organizationId, "note", String.valueOf(body.note()));
  }

  @GetMapping("/api/probe/echo/{id}")
  Map<String, String> echo(@PathVariable String id, @RequestParam int count) {
    return Map.of("id", id, "count", Integer.toString(count));
  }

  @GetMapping("/api/probe/defect")
  void defect() {
    throw new IllegalStateException("secret inside");
  }

  @GetMapping("/api/probe/bad-sql")
  void badSql() {
    jdbc.sql("SELECT secret_column FROM nowhere").query().singleValue();
  }
}
