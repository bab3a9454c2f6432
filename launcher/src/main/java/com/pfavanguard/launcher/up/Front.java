package com.pfavanguard.launcher.up;

import com.pfavanguard.traffic.Colour;
import com.pfavanguard.traffic.jvm.JvmProxy;
import com.pfavanguard.traffic.jvm.ProxySettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The proxy before two servers; nothing before one. */
final class Front implements AutoCloseable {
  /** In the order in which they are started. */
  static final List<Colour> COLOURS = List.of(Colour.BLUE, Colour.GREEN);

  private @Nullable JvmProxy proxy;

  /** How the server in this place is called among processes and logs. */
  static String name(int place) {
    return "server-" + COLOURS.get(place);
  }

  /**
   * @param folder where the colour that leads is remembered, and {@code ./vanguard switch} turns it
   */
  void open(Addresses addresses, Path folder) throws IOException {
    if (addresses.servers().size() > 1) {
      URI blue = URI.create(addresses.servers().getFirst().url());
      URI green = URI.create(addresses.servers().getLast().url());
      proxy = new JvmProxy(new ProxySettings("127.0.0.1", addresses.users(), blue, green, folder));
    }
  }

  @Override
  public void close() throws IOException {
    if (proxy != null) {
      proxy.close();
    }
  }
}
