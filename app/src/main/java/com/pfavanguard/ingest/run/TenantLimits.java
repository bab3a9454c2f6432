package com.pfavanguard.ingest.run;

import com.pfavanguard.identity.Organizations;
import com.pfavanguard.kernel.PfaField;
import com.pfavanguard.kernel.Role;
import com.pfavanguard.pems.SchemaHolds;
import com.pfavanguard.records.FieldLimits;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The limits that a tenant's schema told; nothing before its first read. */
@Component
@Role.Server
class TenantLimits implements FieldLimits {
  private final Organizations organizations;
  private final SchemaHolds schemas;

  TenantLimits(Organizations organizations, SchemaHolds schemas) {
    this.organizations = organizations;
    this.schemas = schemas;
  }

  @Override
  public Map<PfaField, Limit> of(String organizationId) {
    Map<PfaField, Limit> limits = new EnumMap<>(PfaField.class);
    schemas
        .known(organizations.find(organizationId).pemsConnection())
        .columns()
        .forEach(
            (field, column) -> limits.put(field, new Limit(column.maxLength(), column.decimals())));
    return limits;
  }
}
