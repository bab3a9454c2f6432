package com.pfavanguard.release.adapter.traffic;

import com.pfavanguard.traffic.Colour;
import com.pfavanguard.traffic.TrafficSwitch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Asks servers that have just started until they answer quickly, so that the first users do not
 * meet a JVM that still reads its classes.
 */
record WarmUp(TrafficSwitch proxy) {
  private static final Duration QUICK = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int IN_A_ROW = 10;

  /**
   * @throws IOException when one does not become quick
   */
  void of(Colour colour) throws IOException, InterruptedException {
    for (URI address : proxy.status().target(colour).addresses()) {
      warm(address);
    }
  }

  private static void warm(URI address) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/health")).timeout(QUICK.multipliedBy(10)).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      int quick = 0;
      while (quick < IN_A_ROW) {
        if (System.nanoTime() > deadline) {
          throw new IOException(address + " does not answer within " + QUICK.toMillis() + " ms");
        }
        quick = isQuick(http, request) ? quick + 1 : 0;
      }
    }
  }

  private static boolean isQuick(HttpClient http, HttpRequest request) throws InterruptedException {
    long begun = System.nanoTime();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status == 200 && System.nanoTime() - begun < QUICK.toNanos();
    } catch (IOException e) {
      return false;
    }
  }
}
