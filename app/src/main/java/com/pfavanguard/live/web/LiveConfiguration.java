package com.pfavanguard.live.web;

import com.pfavanguard.kernel.Role;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/**
 * Where the socket is. Who may open it, and from which page, the security chain has judged before.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
@Role.Server
class LiveConfiguration implements WebSocketConfigurer {
  private final LiveSocket socket;

  LiveConfiguration(LiveSocket socket) {
    this.socket = socket;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry.addHandler(socket, "/ws/sync-status").setAllowedOriginPatterns("*");
  }
}
