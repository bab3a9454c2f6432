package com.pfavanguard.secrets.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * AUTH and PING. Spoken here by hand: two lines of an old protocol, against a client library of
 * megabytes in the launcher.
 */
public final class RedisLogin {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int USUAL_PORT = 6379;

  private RedisLogin() {}

  /**
   * @param url {@code redis://[[user]:password@]host[:port]}, or {@code rediss://} with TLS
   */
  public static Verdict check(String url) {
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException e) {
      return Verdict.invalid("not a redis:// address");
    }
    if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("rediss?")) {
      return Verdict.invalid("not a redis:// address");
    }
    try (Socket socket = open(address)) {
      return signIn(socket, address.getRawUserInfo());
    } catch (IOException e) {
      return Verdict.unreachable(e.getClass().getSimpleName());
    }
  }

  private static Verdict signIn(Socket socket, @Nullable String user) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    if (user != null) {
      String answer = ask(socket.getOutputStream(), in, auth(user));
      if (!answer.startsWith("+")) {
        return Verdict.invalid("Redis says " + code(answer));
      }
    }
    String answer = ask(socket.getOutputStream(), in, List.of("PING"));
    return answer.equals("+PONG") ? Verdict.valid() : Verdict.invalid("Redis says " + code(answer));
  }

  private static List<String> auth(String userInfo) {
    List<String> words = new ArrayList<>(List.of("AUTH"));
    String[] parts = userInfo.split(":", 2);
    if (parts.length == 2 && !parts[0].isEmpty()) {
      words.add(decoded(parts[0]));
    }
    words.add(decoded(parts[parts.length - 1]));
    return words;
  }

  private static String ask(OutputStream out, BufferedReader in, List<String> words)
      throws IOException {
    StringBuilder command = new StringBuilder("*" + words.size() + "\r\n");
    for (String word : words) {
      int length = word.getBytes(StandardCharsets.UTF_8).length;
      command.append('$').append(length).append("\r\n").append(word).append("\r\n");
    }
    out.write(command.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
    String answer = in.readLine();
    if (answer == null) {
      throw new IOException("closed");
    }
    return answer;
  }

  /** The first word of an error, such as WRONGPASS. */
  private static String code(String answer) {
    return answer.replaceFirst("^-", "").split(" ", 2)[0];
  }

  private static Socket open(URI address) throws IOException {
    int port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
    Socket plain = new Socket();
    plain.setSoTimeout(PATIENCE_MILLIS);
    plain.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
    if (!address.getScheme().equals("rediss")) {
      return plain;
    }
    SSLSocket secured =
        (SSLSocket)
            ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(plain, address.getHost(), port, true);
    SSLParameters named = secured.getSSLParameters();
    named.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(named);
    return secured;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
