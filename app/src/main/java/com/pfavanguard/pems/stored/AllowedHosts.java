package com.pfavanguard.pems.stored;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where stored connections may lead. Each entry is {@code [scheme://]host[:port]}: https when no
 * scheme is given, {@code *.example.com} for every host below a domain, the scheme's own port when
 * none is given. Without entries they may lead nowhere.
 */
record AllowedHosts(List<Entry> entries) {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  /** A part of the list, taken apart. */
  private record Entry(String scheme, String host, int port) {
    boolean allows(URI url) {
      String host = url.getHost().toLowerCase(Locale.ROOT);
      boolean named =
          this.host.startsWith("*.")
              ? host.endsWith(this.host.substring(1)) && host.length() > this.host.length() - 1
              : host.equals(this.host);
      return named && scheme.equals(url.getScheme()) && port == portOf(url);
    }
  }

  static AllowedHosts of(List<String> texts) {
    return new AllowedHosts(
        texts.stream()
            .map(String::strip)
            .filter(t -> !t.isEmpty())
            .map(AllowedHosts::entry)
            .toList());
  }

  private static Entry entry(String text) {
    String whole = text.contains("://") ? text : "https://" + text;
    boolean below = whole.contains("://*.");
    try {
      URI uri = new URI(whole.replace("://*.", "://"));
      if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
        throw new IllegalArgumentException("vanguard.pems.allowed-hosts: not a host: " + text);
      }
      String host = (below ? "*." : "") + uri.getHost().toLowerCase(Locale.ROOT);
      return new Entry(uri.getScheme(), host, portOf(uri));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("vanguard.pems.allowed-hosts: not a host: " + text, e);
    }
  }

  private static int portOf(URI url) {
    return url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? HTTPS : HTTP;
  }

  /** Why an address may not be used, in words; empty when it may. */
  Optional<String> refusal(String address) {
    URI url;
    try {
      url = new URI(address);
    } catch (URISyntaxException e) {
      return Optional.of("baseUrl is not an address.");
    }
    if (url.getHost() == null || url.getScheme() == null || url.getRawUserInfo() != null) {
      return Optional.of("baseUrl must look like https://host/axis/restservices.");
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      return Optional.of("baseUrl must have neither a query nor a fragment.");
    }
    if (entries.stream().noneMatch(entry -> entry.allows(url))) {
      return Optional.of("vanguard.pems.allowed-hosts does not allow this scheme, host and port.");
    }
    return leadsAstray(url.getHost());
  }

  /** Where clouds answer with the machine's own credentials, whatever name leads there. */
  private static Optional<String> leadsAstray(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (address.isLinkLocalAddress()
            || address.isAnyLocalAddress()
            || address.isMulticastAddress()) {
          return Optional.of("The host leads to an address of this machine's own network.");
        }
      }
    } catch (UnknownHostException e) {
      // It may be known later, and then leads where it is allowed to.
    }
    return Optional.empty();
  }
}
