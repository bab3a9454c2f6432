package com.pfavanguard.kernel.web;

import com.pfavanguard.kernel.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Builds the one shape of an error answer: RFC 9457 with a stable code and the request's id. */
final class Problems {
  private Problems() {}

  static ResponseEntity<Object> of(ApiException refusal, HttpServletRequest request) {
    HttpStatusCode status = HttpStatusCode.valueOf(refusal.status());
    ProblemDetail problem = detail(status, refusal.code(), refusal.getMessage(), request);
    refusal.properties().forEach(problem::setProperty);
    return answer(problem, HttpHeaders.EMPTY);
  }

  static ResponseEntity<Object> of(
      HttpStatusCode status, String code, String detail, HttpServletRequest request) {
    return answer(detail(status, code, detail, request), HttpHeaders.EMPTY);
  }

  static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.getStatus())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /** The code of an error that no module named more exactly. */
  static String codeOf(HttpStatusCode status) {
    HttpStatus known = HttpStatus.resolve(status.value());
    return known == null ? "http_" + status.value() : known.name().toLowerCase(Locale.ROOT);
  }

  static ProblemDetail detail(
      HttpStatusCode status, String code, @Nullable String detail, HttpServletRequest request) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    problem.setProperty("requestId", RequestIds.of(request));
    return problem;
  }
}
