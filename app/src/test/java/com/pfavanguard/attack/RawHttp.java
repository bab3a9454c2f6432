package com.pfavanguard.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Bytes to the server and back, for requests that no HTTP client would send. */
final class RawHttp {
  private final URI server;

  RawHttp(URI server) {
    this.server = server;
  }

  /** Sends the head (lines end with a line feed here) and the body; the answer up to its end. */
  String send(String head, byte[] body) {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      request.write(
          (head.strip().replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      request.write(
          ("Host: "
                  + server.getAuthority()
                  + "\r\nConnection: close\r\nContent-Length: "
                  + body.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      request.write(body);
      socket.getOutputStream().write(request.toByteArray());
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int status(String answer) {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }
}
