package com.pfavanguard.traffic.jvm;

import com.pfavanguard.traffic.Colour;
import java.net.URI;
import java.nio.file.Path;

/**
 * @param address that users reach
 * @param port 0 takes a free one
 * @param blue of the server in this place, {@code http://host:port}
 * @param folder where the active colour is kept and the control socket is made
 */
public record ProxySettings(String address, int port, URI blue, URI green, Path folder) {
  URI server(Colour colour) {
    return colour == Colour.BLUE ? blue : green;
  }

  Path activeFile() {
    return folder.resolve("proxy.active");
  }

  /** Where a proxy with this folder is asked. */
  public static Path socket(Path folder) {
    return folder.resolve("proxy.sock");
  }
}
