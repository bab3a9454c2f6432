package com.pfavanguard.identity.demo;

import java.util.List;

/**
 * The demonstration's organizations and users with their plain passwords; the file has mode 0600.
 */
record DemoFile(List<DemoOrganization> organizations, List<DemoUser> users) {

  record DemoOrganization(String id, String name, String currency) {}

  record DemoUser(
      String username,
      String password,
      String displayName,
      String role,
      List<String> organizations) {

    @Override
    public String toString() {
      return "DemoUser[" + username + " " + role + " " + organizations + "]";
    }
  }
}
