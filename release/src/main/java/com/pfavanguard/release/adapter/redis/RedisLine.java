package com.pfavanguard.release.adapter.redis;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** One connection that speaks RESP, as much of it as a question of one word needs. */
final class RedisLine implements AutoCloseable {
  private static final int USUAL_PORT = 6379;
  private static final int PATIENCE_MILLIS = 5000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  private RedisLine(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /**
   * @throws IOException when it cannot be reached or refuses the password, which is not repeated
   */
  static RedisLine open(URI address) throws IOException {
    boolean encrypted = "rediss".equals(address.getScheme());
    Socket socket = encrypted ? SSLSocketFactory.getDefault().createSocket() : new Socket();
    int port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
    socket.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
    RedisLine line = new RedisLine(socket);
    line.signIn(address.getUserInfo());
    return line;
  }

  private void signIn(@Nullable String user) throws IOException {
    if (user != null) {
      String[] parts = user.split(":", 2);
      String ok = parts[0].isEmpty() ? ask("AUTH", parts[1]) : ask("AUTH", parts[0], parts[1]);
      if (!ok.equals("OK")) {
        throw new IOException("Redis refuses the password");
      }
    }
  }

  String ask(String... words) throws IOException {
    StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      int length = word.getBytes(StandardCharsets.UTF_8).length;
      command.append('$').append(length).append("\r\n").append(word).append("\r\n");
    }
    out.write(command.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
    return answer();
  }

  private String answer() throws IOException {
    String line = line();
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+', ':' -> line.substring(1);
      case '$' -> bulk(Integer.parseInt(line.substring(1)));
      case '-' -> throw new IOException("Redis refuses: " + line.substring(1));
      default -> throw new IOException("this is no Redis");
    };
  }

  private String bulk(int length) throws IOException {
    byte[] content = in.readNBytes(length);
    line();
    return new String(content, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("Redis has hung up");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  static Map<String, String> fields(String info) {
    Map<String, String> fields = new HashMap<>();
    info.lines()
        .map(field -> field.split(":", 2))
        .filter(field -> field.length == 2)
        .forEach(field -> fields.put(field[0], field[1].strip()));
    return fields;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
