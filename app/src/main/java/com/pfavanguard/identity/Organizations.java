package com.pfavanguard.identity;

import com.pfavanguard.kernel.ApiException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organizations this product knows. */
@Component
public class Organizations {
  private static final String SELECT =
      "SELECT id, name, currency, pems_connection, pems_organization FROM organization";

  private final JdbcClient jdbc;

  Organizations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Organization> findAll() {
    return jdbc.sql(SELECT + " ORDER BY id").query(Organization.class).list();
  }

  /**
   * @throws ApiException 404 when there is none of this id
   */
  public Organization find(String id) {
    return jdbc.sql(SELECT + " WHERE id = ?")
        .param(id)
        .query(Organization.class)
        .optional()
        .orElseThrow(() -> ApiException.notFound("Organization " + id));
  }
}
