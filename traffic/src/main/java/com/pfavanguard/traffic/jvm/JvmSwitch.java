package com.pfavanguard.traffic.jvm;

import com.pfavanguard.traffic.Colour;
import com.pfavanguard.traffic.TrafficStatus;
import com.pfavanguard.traffic.TrafficSwitch;
import com.pfavanguard.traffic.control.ControlSocket;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns a {@link JvmProxy}, of this or another process. */
public final class JvmSwitch implements TrafficSwitch {
  private static final JsonMapper JSON = new JsonMapper();

  private final ControlSocket socket;

  /**
   * @param folder the one of the proxy's settings
   */
  public JvmSwitch(Path folder) {
    this.socket = new ControlSocket(ProxySettings.socket(folder));
  }

  /** The proxy's own address, on this machine. */
  public URI publicAddress() throws IOException {
    return URI.create("http://127.0.0.1:" + ask("status").path("port").asInt(0));
  }

  @Override
  public TrafficStatus status() throws IOException {
    JsonNode status = ask("status");
    Map<Colour, TrafficStatus.Target> targets = new EnumMap<>(Colour.class);
    for (Colour colour : Colour.values()) {
      targets.put(colour, target(status.path(colour.toString())));
    }
    return new TrafficStatus(Colour.named(status.path("active").asString("")), targets);
  }

  /** It has no health checks of its own: whoever switches asks the servers. */
  private static TrafficStatus.Target target(JsonNode lane) {
    return new TrafficStatus.Target(
        List.of(URI.create(lane.path("address").asString(""))),
        lane.path("requests").asInt(0),
        lane.path("streams").asInt(0),
        true);
  }

  @Override
  public void lead(Colour to) throws IOException {
    ask("lead " + to);
  }

  @Override
  public void endStreams(Colour colour) throws IOException {
    ask("end-streams " + colour);
  }

  @Override
  public void cutRequests(Colour colour) throws IOException {
    ask("cut-requests " + colour);
  }

  private JsonNode ask(String line) throws IOException {
    String answer = socket.ask(line);
    try {
      return JSON.readTree(answer);
    } catch (JacksonException e) {
      throw new IOException("the proxy answered \"" + answer + "\"", e);
    }
  }
}
