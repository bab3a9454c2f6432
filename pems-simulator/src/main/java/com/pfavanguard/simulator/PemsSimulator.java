package com.pfavanguard.simulator;

import com.pfavanguard.simulator.control.ControlApi;
import com.pfavanguard.simulator.fault.Faults;
import com.pfavanguard.simulator.http.Door;
import com.pfavanguard.simulator.http.HttpListener;
import com.pfavanguard.simulator.portfolio.Catalogue;
import com.pfavanguard.simulator.protocol.Pems;
import com.pfavanguard.simulator.protocol.PemsApi;
import com.pfavanguard.simulator.settings.CurrentSettings;
import com.pfavanguard.simulator.settings.Setting;
import com.pfavanguard.simulator.settings.Settings;
import com.pfavanguard.simulator.store.RecordStore;
import java.io.IOException;

/** A running simulator: the PEMS services on one port, the control API on another. */
public final class PemsSimulator implements AutoCloseable {
  private final RecordStore store;
  private final HttpListener services;
  private final HttpListener control;

  private PemsSimulator(RecordStore store, HttpListener services, HttpListener control) {
    this.store = store;
    this.services = services;
    this.control = control;
  }

  /**
   * Starts a simulator; it is ready when this returns.
   *
   * @throws IOException when a port is taken or the data folder cannot be used
   */
  public static PemsSimulator start(SimulatorOptions options) throws IOException {
    RecordStore store =
        RecordStore.open(options.dataDir(), new Catalogue(), options.clock(), options.portfolio());
    try {
      Settings settings =
          Settings.initial()
              .with(Setting.RATE_PER_SECOND, options.pace().ratePerSecond())
              .with(Setting.LATENCY_MILLIS, options.pace().latencyMillis());
      Pems pems =
          new Pems(store, new CurrentSettings(settings), options.account(), options.clock());
      Faults faults = new Faults(System::nanoTime);
      Door door = new Door();
      PemsApi api = new PemsApi(pems, faults, door);
      HttpListener services = HttpListener.start(options.ports().service(), api);
      door.of(services);
      ControlApi controlApi = new ControlApi(pems, api, faults);
      return new PemsSimulator(store, services, startControl(options, controlApi, services));
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static HttpListener startControl(
      SimulatorOptions options, ControlApi api, HttpListener services) throws IOException {
    try {
      return HttpListener.start(options.ports().control(), api);
    } catch (IOException e) {
      services.close();
      throw e;
    }
  }

  /** The REST base that a client is pointed at. */
  public String url() {
    return "http://127.0.0.1:" + services.port() + "/axis/restservices";
  }

  public String controlUrl() {
    return "http://127.0.0.1:" + control.port();
  }

  /** How many records there were at the start; a data folder may remember another number. */
  public int records() {
    return store.portfolio().size().records();
  }

  @Override
  public void close() throws IOException {
    services.close();
    control.close();
    store.close();
  }
}
