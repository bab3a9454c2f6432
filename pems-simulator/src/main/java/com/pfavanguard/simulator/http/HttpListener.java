package com.pfavanguard.simulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP server on one loopback port, a virtual thread for each request. */
public final class HttpListener implements AutoCloseable {
  private static final long IDLE_MILLIS = 300_000;
  private static final int BACKLOG = 2048;
  private static final int CARRIERS = 16;
  private final Server server;
  private volatile ServerConnector connector;
  private volatile int port;

  private HttpListener(int port, Routes routes) {
    QueuedThreadPool threads = new QueuedThreadPool(CARRIERS);
    threads.setName("pems");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("pems-"));
    server = new Server(threads);
    connector = connector(port);
    server.addConnector(connector);
    server.setHandler(new Requests(routes));
  }

  private ServerConnector connector(int port) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector made = new ServerConnector(server, new HttpConnectionFactory(http));
    made.setHost("127.0.0.1");
    made.setPort(port);
    made.setIdleTimeout(IDLE_MILLIS);
    made.setAcceptQueueSize(BACKLOG);
    return made;
  }

  /**
   * Starts listening; port 0 takes a free one.
   *
   * @throws IOException when the port is taken
   */
  public static HttpListener start(int port, Routes routes) throws IOException {
    HttpListener listener = new HttpListener(port, routes);
    try {
      listener.server.start();
      listener.port = listener.connector.getLocalPort();
      return listener;
    } catch (Exception e) {
      listener.close();
      throw e instanceof BindException || e.getCause() instanceof BindException
          ? new IOException("port " + port + " is taken", e)
          : new IOException(e);
    }
  }

  public int port() {
    return port;
  }

  /** Stops accepting connections; those that stand go on for now. */
  void refuseConnections() {
    connector.setAccepting(false);
    connector.close();
  }

  /**
   * Accepts connections again, on the same port; those that still stand from before are closed.
   *
   * @throws IOException when somebody else has taken the port
   */
  void acceptConnections() throws IOException {
    ServerConnector old = connector;
    server.removeConnector(old);
    connector = connector(port);
    server.addConnector(connector);
    try {
      old.stop();
      connector.start();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static final class Requests extends Handler.Abstract {
    private final Routes routes;

    Requests(Routes routes) {
      this.routes = routes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      Exchange exchange = new Exchange(request, response);
      try {
        routes.handle(exchange);
        callback.succeeded();
      } catch (ConnectionCut e) {
        exchange.cut();
        callback.failed(e);
      }
      return true;
    }
  }
}
