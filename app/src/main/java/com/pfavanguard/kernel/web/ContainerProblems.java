package com.pfavanguard.kernel.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * Tomcat's last word on requests that never reach the application (a malformed address, say): a
 * problem detail like any other instead of its HTML page. Tomcat makes it by name, hence public.
 */
public class ContainerProblems extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    int number = response.getStatus();
    if (number < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    String id = response.getHeader(RequestIds.HEADER);
    if (id == null) {
      id = UUID.randomUUID().toString();
      response.setHeader(RequestIds.HEADER, id);
    }
    BrowserRules.HEADERS.forEach(response::setHeader);
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(json(number, id).getBytes(StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException e) {
      container.getLogger().debug("The client was gone before its refusal", e);
    }
  }

  /** Holds nothing that a client sent, so nothing needs escaping. */
  private static String json(int number, String requestId) {
    HttpStatus known = HttpStatus.resolve(number);
    return """
        {"title":"%s","status":%d,"detail":"The request cannot be served.","code":"%s","requestId":"%s"}"""
        .formatted(
            known == null ? "Error" : known.getReasonPhrase(),
            number,
            Problems.codeOf(HttpStatusCode.valueOf(number)),
            requestId);
  }
}
