package com.pfavanguard.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes spans as a collector does: OTLP over HTTP, read by the numbers of its protocol's fields.
 */
public final class OtlpReceiver implements AutoCloseable {
  private static final int FIRST = 1;
  private static final int NAME = 5;
  private static final int PARENT = 4;
  private static final int ATTRIBUTES = 9;
  private static final int LINKS = 13;

  private final HttpServer server;
  private final List<Span> spans = new CopyOnWriteArrayList<>();

  /**
   * @param links the traces that it is linked to
   */
  public record Span(
      String service,
      String trace,
      String id,
      String parent,
      String name,
      Map<String, String> attributes,
      List<String> links) {}

  public OtlpReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
  }

  public List<Span> spans() {
    return spans;
  }

  public List<Span> of(String trace) {
    return spans.stream().filter(span -> span.trace().equals(trace)).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    UnknownFieldSet request = UnknownFieldSet.parseFrom(exchange.getRequestBody());
    for (UnknownFieldSet resource : messages(request, FIRST)) {
      String service =
          attributes(messages(resource, FIRST).getFirst(), FIRST).getOrDefault("service.name", "");
      for (UnknownFieldSet scope : messages(resource, 2)) {
        messages(scope, 2).forEach(span -> spans.add(span(service, span)));
      }
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static Span span(String service, UnknownFieldSet span) {
    return new Span(
        service,
        hex(span, FIRST),
        hex(span, 2),
        hex(span, PARENT),
        text(span, NAME),
        attributes(span, ATTRIBUTES),
        messages(span, LINKS).stream().map(link -> hex(link, FIRST)).toList());
  }

  private static Map<String, String> attributes(UnknownFieldSet of, int field) {
    Map<String, String> all = new TreeMap<>();
    for (UnknownFieldSet pair : messages(of, field)) {
      all.put(text(pair, FIRST), text(messages(pair, 2).getFirst(), FIRST));
    }
    return all;
  }

  private static List<UnknownFieldSet> messages(UnknownFieldSet of, int field) {
    return of.getField(field).getLengthDelimitedList().stream().map(OtlpReceiver::parsed).toList();
  }

  private static UnknownFieldSet parsed(ByteString bytes) {
    try {
      return UnknownFieldSet.parseFrom(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(UnknownFieldSet of, int field) {
    List<ByteString> values = of.getField(field).getLengthDelimitedList();
    return values.isEmpty() ? "" : values.getFirst().toStringUtf8();
  }

  private static String hex(UnknownFieldSet of, int field) {
    List<ByteString> values = of.getField(field).getLengthDelimitedList();
    return values.isEmpty() ? "" : HexFormat.of().formatHex(values.getFirst().toByteArray());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
