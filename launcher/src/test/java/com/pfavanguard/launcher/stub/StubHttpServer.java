package com.pfavanguard.launcher.stub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Function;

/** A small HTTP server that can also upgrade to WebSocket, which the JDK's own cannot. */
public final class StubHttpServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Function<Request, Reply> answers;
  private volatile String webSocketReply = "{\"type\":\"SUBSCRIBED\",\"sequence\":0}";

  public StubHttpServer(int port, Function<Request, Reply> answers) throws IOException {
    this.socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    this.answers = answers;
    Thread.ofPlatform().name("stub").start(this::accept);
  }

  public String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  public void webSocketReplies(String text) {
    webSocketReply = text;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = connection.getInputStream();
      OutputStream out = connection.getOutputStream();
      while (true) {
        Request request = Request.read(in);
        if (request.headers().containsKey("sec-websocket-key")) {
          speakWebSocket(request, in, out);
          return;
        }
        write(answers.apply(request), out);
      }
    } catch (IOException closed) {
      // The client has gone.
    }
  }

  private static void write(Reply reply, OutputStream out) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " Stub\r\n");
    reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Length: " + body.length + "\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  private void speakWebSocket(Request request, InputStream in, OutputStream out)
      throws IOException {
    String accept = accept(request.headers().get("sec-websocket-key"));
    String head =
        "HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + ("Sec-WebSocket-Accept: " + accept + "\r\n\r\n");
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    if (in.read() >= 0) { // the first byte of the subscription
      byte[] text = webSocketReply.getBytes(StandardCharsets.UTF_8);
      out.write(new byte[] {(byte) 0x81, (byte) text.length});
      out.write(text);
      out.flush();
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static String accept(String key) {
    try {
      String salted = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, 1.3
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(salted.getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
