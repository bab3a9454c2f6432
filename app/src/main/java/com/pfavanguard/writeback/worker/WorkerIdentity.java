package com.pfavanguard.writeback.worker;

import com.pfavanguard.kernel.Role;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.stereotype.Component;

/** The name of this worker in leases, heartbeats and logs. */
@Component
@Role.Worker
class WorkerIdentity {
  private final String id;

  WorkerIdentity(WorkerProperties properties) {
    this.id = properties.id().isBlank() ? hostAndProcess() : properties.id();
  }

  String id() {
    return id;
  }

  private static String hostAndProcess() {
    try {
      return InetAddress.getLocalHost().getHostName() + ":" + ProcessHandle.current().pid();
    } catch (UnknownHostException e) {
      return "worker:" + ProcessHandle.current().pid();
    }
  }
}
