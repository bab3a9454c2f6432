package com.pfavanguard.kernel.database;

import com.pfavanguard.kernel.Role;
import com.pfavanguard.kernel.secret.LiveSecrets;
import com.pfavanguard.secrets.DatabaseAddress;
import com.pfavanguard.secrets.SecretName;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Migrates first when this process was given the owner's address, then opens the pool. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);

  @Bean
  @Role.Server
  RowSecurityCheck rowSecurityCheck(JdbcClient jdbc) {
    return new RowSecurityCheck(jdbc);
  }

  @Bean
  DataSource dataSource(
      DatabaseProperties properties, DatabaseCredential credential, LiveSecrets secrets) {
    // Said here, in one line, and not by the pool's every try.
    credential.requireAddress();
    String owner = secrets.text(SecretName.DATABASE_MIGRATION);
    if (!owner.isEmpty()) {
      migrate(DatabaseAddress.parse(owner));
    }
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("vanguard");
    pool.setDataSource(new RotatingDataSource(credential, properties.statementTimeout()));
    pool.setMaximumPoolSize(properties.poolSize());
    pool.setMinimumIdle(2);
    pool.setConnectionTimeout(5_000);
    pool.setConnectionInitSql(
        "SET lock_timeout = '10s'; SET statement_timeout = '%1$ds'; SET idle_in_transaction_session_timeout = '%1$ds'"
            .formatted(properties.statementTimeout().toSeconds()));
    // Those in use are closed when they come back.
    credential.onChange(() -> pool.getHikariPoolMXBean().softEvictConnections());
    return pool;
  }

  @Bean
  TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
    return new TransactionTemplate(transactionManager);
  }

  private static void migrate(DatabaseAddress owner) {
    var result =
        Flyway.configure()
            .dataSource(owner.jdbcUrl(), owner.username(), owner.password())
            .initSql("SET lock_timeout = '5s'")
            .configuration(java.util.Map.of("flyway.postgresql.transactional.lock", "false"))
            .load()
            .migrate();
    log.info(
        "Database schema is at version {} after {} migrations",
        result.targetSchemaVersion,
        result.migrationsExecuted);
  }
}
