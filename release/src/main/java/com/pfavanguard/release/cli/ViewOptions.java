package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.definition.Definition;
import com.pfavanguard.release.run.Audience;
import com.pfavanguard.release.view.MetricsFile;
import com.pfavanguard.release.view.PlainLines;
import com.pfavanguard.release.view.TerminalSize;
import com.pfavanguard.release.view.TerminalView;
import com.pfavanguard.release.view.WebPage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the person on duty watches, and others with them. */
public final class ViewOptions {
  @Option(names = "--plain", description = "lines instead of a picture, also at a terminal")
  private boolean plain;

  @Option(
      names = "--web",
      paramLabel = "PORT",
      description = "show the same as a page on this port; 0 takes a free one")
  private @Nullable Integer web;

  @Option(
      names = "--web-address",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "where the page listens; whoever reaches it may read it (default: loopback)")
  private String address = "127.0.0.1";

  @Option(
      names = "--metrics-file",
      paramLabel = "FILE",
      description = "keep pfa_release_* in this file, for a textfile collector (*.prom)")
  private @Nullable Path metricsFile;

  public Watching open(Console console, Definition definition) throws IOException {
    List<Audience> audience = new ArrayList<>();
    List<AutoCloseable> open = new ArrayList<>();
    if (web != null) {
      WebPage page = page(definition, web);
      console.say("the page is http://%s:%d/".formatted(address, page.port()));
      audience.add(page);
      open.add(page);
    }
    if (metricsFile != null) {
      audience.add(new MetricsFile(definition, metricsFile));
    }
    audience.add(
        console.terminal() && !plain
            ? new TerminalView(definition, speech(console), new TerminalSize())
            : new PlainLines(console::say));
    return new Watching(audience, open);
  }

  private WebPage page(Definition definition, int port) throws IOException {
    InetSocketAddress at = new InetSocketAddress(address, port);
    if (at.isUnresolved()) {
      throw new Refusal("there is no address %s".formatted(address));
    }
    try {
      return WebPage.open(definition, at);
    } catch (BindException e) {
      throw new Refusal("the page cannot have port %d: %s".formatted(port, e.getMessage()), e);
    }
  }

  private static PrintStream speech(Console console) {
    FileDescriptor stream = console.json() ? FileDescriptor.err : FileDescriptor.out;
    return new PrintStream(new FileOutputStream(stream), false, StandardCharsets.UTF_8);
  }
}
