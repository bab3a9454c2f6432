package com.pfavanguard;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts a server or a worker, as {@code vanguard.role} says. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(sharedModules = {"kernel", "secrets"})
public class Vanguard {
  public static void main(String[] args) {
    SpringApplication.run(Vanguard.class, args);
  }
}
