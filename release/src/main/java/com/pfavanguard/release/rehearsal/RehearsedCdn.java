package com.pfavanguard.release.rehearsal;

import com.pfavanguard.operations.publish.Cdn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The CDN among the extras. Asked without AWS's signature: a fresh machine has no credentials to
 * sign with.
 */
record RehearsedCdn(URI address) implements Cdn {
  private static final Pattern ID = Pattern.compile("<Id>([^<]+)</Id>");

  @Override
  public String invalidateAll(String reference) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/2020-05-31/distribution/REHEARSAL/invalidation"))
            .POST(HttpRequest.BodyPublishers.ofString(reference))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      Matcher id = ID.matcher(answer.body());
      if (answer.statusCode() != 201 || !id.find()) {
        throw new IOException("the CDN answers " + answer.statusCode());
      }
      return id.group(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
