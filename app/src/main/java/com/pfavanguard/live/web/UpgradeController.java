package com.pfavanguard.live.web;

import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.kernel.Role;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a plain GET that the address speaks WebSocket. */
@Hidden
@RestController
@Role.Server
class UpgradeController {

  @GetMapping(
      path = "/ws/sync-status",
      headers = {"Upgrade!=websocket", "Upgrade!=WebSocket"})
  void upgradeRequired(HttpServletResponse response) {
    response.setHeader(HttpHeaders.UPGRADE, "websocket");
    response.setHeader(HttpHeaders.CONNECTION, "Upgrade");
    throw ApiException.refused(426, "upgrade_required", "Open this address as a WebSocket.");
  }
}
