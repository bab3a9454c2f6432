package com.pfavanguard.traffic.haproxy;

import com.pfavanguard.traffic.Colour;
import com.pfavanguard.traffic.TrafficStatus;
import com.pfavanguard.traffic.TrafficSwitch;
import com.pfavanguard.traffic.control.ControlSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * HAProxy with {@code ops/haproxy/haproxy.cfg}, through its runtime API. One entry of a map decides
 * where new requests go, so it turns in one step; the map's file is written first, so that a
 * restart or reload leads to the same colour.
 */
public final class HaproxySwitch implements TrafficSwitch {
  private static final String LIVE = "_live";

  private final ControlSocket socket;
  private final Path map;

  /**
   * @param socket of the runtime API, with level admin
   * @param map the file with the line {@code active blue}, by the name HAProxy has it under
   */
  public HaproxySwitch(Path socket, Path map) {
    this.socket = new ControlSocket(socket);
    this.map = map;
  }

  @Override
  public TrafficStatus status() throws IOException {
    List<ServerLine> servers = ServerLine.read(socket.ask("show stat -1 4 -1"));
    Map<Colour, TrafficStatus.Target> targets = new EnumMap<>(Colour.class);
    for (Colour colour : Colour.values()) {
      targets.put(
          colour,
          new TrafficStatus.Target(
              of(servers, colour.toString()).map(ServerLine::address).toList(),
              of(servers, colour.toString()).mapToInt(ServerLine::sessions).sum(),
              of(servers, colour + LIVE).mapToInt(ServerLine::sessions).sum(),
              of(servers, colour.toString()).allMatch(ServerLine::up)));
    }
    return new TrafficStatus(active(), targets);
  }

  private static Stream<ServerLine> of(List<ServerLine> servers, String backend) {
    return servers.stream().filter(server -> server.backend().equals(backend));
  }

  private Colour active() throws IOException {
    String shown = socket.ask("show map " + map);
    return shown
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length == 3 && words[1].equals("active"))
        .map(words -> Colour.named(words[2]))
        .findFirst()
        .orElseThrow(
            () -> new IOException("HAProxy has no active colour in " + map + ": " + shown));
  }

  @Override
  public void lead(Colour to) throws IOException {
    Path part = map.resolveSibling(map.getFileName() + ".part");
    Files.writeString(part, "active " + to + "\n");
    Files.move(part, map, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    obeyed("set map %s active %s".formatted(map, to));
    if (active() != to) {
      throw new IOException("HAProxy does not lead to " + to);
    }
  }

  @Override
  public void endStreams(Colour colour) throws IOException {
    shutDown(colour + LIVE);
  }

  @Override
  public void cutRequests(Colour colour) throws IOException {
    shutDown(colour.toString());
  }

  private void shutDown(String backend) throws IOException {
    for (ServerLine server : ServerLine.read(socket.ask("show stat -1 4 -1"))) {
      if (server.backend().equals(backend)) {
        obeyed("shutdown sessions server %s/%s".formatted(backend, server.name()));
      }
    }
  }

  private void obeyed(String command) throws IOException {
    String answer = socket.ask(command).strip();
    if (!answer.isEmpty()) {
      throw new IOException("HAProxy refused \"" + command + "\": " + answer);
    }
  }
}
