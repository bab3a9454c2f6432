package com.pfavanguard.monitoring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands in for PagerDuty, the chat, the heartbeat service and the mail server. */
final class Receivers implements AutoCloseable {
  final List<String> pages = new CopyOnWriteArrayList<>();
  final List<String> chats = new CopyOnWriteArrayList<>();
  final List<String> heartbeats = new CopyOnWriteArrayList<>();
  final List<String> mails = new CopyOnWriteArrayList<>();
  volatile int pagerStatus = 202;

  private final HttpServer http;
  private final ServerSocket smtp;

  Receivers() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    http = HttpServer.create(new InetSocketAddress(here, 0), 20);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/page", exchange -> take(exchange, pages, pagerStatus));
    http.createContext("/chat", exchange -> take(exchange, chats, 200));
    http.createContext("/heartbeat", exchange -> take(exchange, heartbeats, 200));
    http.start();
    smtp = new ServerSocket(0, 5, here);
    Thread.ofVirtual().start(this::receiveMail);
  }

  String url(String path) {
    return "http://127.0.0.1:" + http.getAddress().getPort() + path;
  }

  String mailServer() {
    return "127.0.0.1:" + smtp.getLocalPort();
  }

  private static void take(HttpExchange exchange, List<String> into, int status)
      throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (status < 300) {
      into.add((authorization == null ? "" : authorization + " ") + body);
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void receiveMail() {
    while (!smtp.isClosed()) {
      try (Socket client = smtp.accept()) {
        converse(client);
      } catch (IOException gone) {
        // The next one.
      }
    }
  }

  private void converse(Socket client) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    say(client, "220 stub");
    StringBuilder mail = new StringBuilder();
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (data && !line.equals(".")) {
        mail.append(line).append('\n');
      } else if (data) {
        data = false;
        mails.add(mail.toString());
        say(client, "250 taken");
      } else if (line.startsWith("DATA")) {
        data = true;
        say(client, "354 go on");
      } else if (line.startsWith("QUIT")) {
        say(client, "221 bye");
      } else {
        say(client, "250 ok");
      }
    }
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    http.stop(0);
    try {
      smtp.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
