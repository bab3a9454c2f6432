package com.pfavanguard.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request and its answer. */
public final class Exchange {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  private final Request request;
  private final Response response;
  private BodyShape shape = out -> out;

  Exchange(Request request, Response response) {
    this.request = request;
    this.response = response;
  }

  /** Writes a body. */
  @FunctionalInterface
  public interface BodyWriter<T> {
    void write(T target) throws IOException;
  }

  public String method() {
    return request.getMethod();
  }

  /** The decoded parts of the path. */
  public List<String> path() {
    String path = Request.getPathInContext(request);
    return List.of(path.substring(1).split("/", -1)).stream().map(Exchange::decoded).toList();
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  public @Nullable String header(String name) {
    return request.getHeaders().get(name);
  }

  public @Nullable String query(String name) {
    return Request.extractQueryParameters(request).getValue(name);
  }

  /**
   * The JSON of the body; a missing node for none.
   *
   * @throws JacksonException when it is no JSON
   */
  public JsonNode body() throws IOException {
    try (var in = Content.Source.asInputStream(request)) {
      return JSON.readTree(in);
    }
  }

  /** How this answer's body leaves from now on. */
  public void shape(BodyShape outer) {
    shape = shape.then(outer);
  }

  public void answerHeader(String name, String value) {
    response.getHeaders().put(name, value);
  }

  /** Streams a JSON answer; a small one goes with its length, a large one in chunks. */
  public void answer(int status, BodyWriter<JsonGenerator> body) throws IOException {
    answerBytes(
        status,
        out -> {
          JsonGenerator json = JSON.createGenerator(out);
          body.write(json);
          json.close();
        });
  }

  /**
   * The same for a writer of bytes that are JSON already. A writer that fails leaves the body
   * without its proper end, so that nobody takes it for a whole one.
   */
  public void answerBytes(int status, BodyWriter<OutputStream> body) throws IOException {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json;charset=utf-8");
    OutputStream out = shape.apply(new AnswerStream(response));
    try {
      body.write(out);
      out.close();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  /** Closes the connection without another byte. */
  public void cut() {
    request.getConnectionMetaData().getConnection().getEndPoint().close();
  }
}
