package com.pfavanguard.traffic.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.traffic.AppStub;
import com.pfavanguard.traffic.TrafficSwitch;
import com.pfavanguard.traffic.TrafficSwitchContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmProxyTest extends TrafficSwitchContract {
  private static final URI NOBODY = URI.create("http://127.0.0.1:1");

  @Override
  protected Proxy start(AppStub blue, AppStub green, Path folder) throws IOException {
    return new Own(new ProxySettings("127.0.0.1", 0, blue.address(), green.address(), folder));
  }

  @Test
  void onlyItsOwnerMayTurnIt(@TempDir Path folder) throws IOException {
    try (JvmProxy _ = new JvmProxy(nowhere(folder))) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(ProxySettings.socket(folder))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aSecondProxyLeavesTheFirstAlone(@TempDir Path folder) throws IOException {
    try (JvmProxy _ = new JvmProxy(nowhere(folder))) {
      assertThatThrownBy(() -> new JvmProxy(nowhere(folder)))
          .hasMessageContaining("another proxy answers");
      assertThat(new JvmSwitch(folder).status().targets()).hasSize(2);
    }
  }

  @Test
  void saysWhenNobodyIsThereToBeTurned(@TempDir Path folder) {
    assertThatThrownBy(() -> new JvmSwitch(folder).status())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no proxy answers at " + ProxySettings.socket(folder));
  }

  private static ProxySettings nowhere(Path folder) {
    return new ProxySettings("127.0.0.1", 0, NOBODY, NOBODY, folder);
  }

  private static final class Own implements Proxy {
    private final ProxySettings settings;
    private JvmProxy running;

    Own(ProxySettings settings) throws IOException {
      this.running = new JvmProxy(settings);
      this.settings =
          new ProxySettings(
              settings.address(),
              running.port(),
              settings.blue(),
              settings.green(),
              settings.folder());
    }

    @Override
    public TrafficSwitch control() {
      return new JvmSwitch(settings.folder());
    }

    @Override
    public URI address() {
      return URI.create("http://127.0.0.1:" + running.port());
    }

    @Override
    public void restart() throws IOException {
      running.close();
      running = new JvmProxy(settings);
    }

    @Override
    public void close() throws IOException {
      running.close();
    }
  }
}
