package com.pfavanguard.ops.web;

import com.pfavanguard.identity.Caller;
import com.pfavanguard.identity.SignedIn;
import com.pfavanguard.kernel.Role;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the generated OpenAPI description at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
@Role.Server
class ApiDescription {
  static {
    // The caller comes from the credentials, never from a parameter.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, SignedIn.class);
  }

  @Bean
  OpenAPI openApi(Build build) {
    return new OpenAPI()
        .info(
            new Info()
                .title("PFA Vanguard")
                .version(build.version())
                .description(
                    "Plan, forecast and actual equipment cost, synchronized with PEMS both ways."
                        + " Errors are problem details (RFC 9457) with a stable code."))
        .components(
            new Components()
                .addSecuritySchemes(
                    "bearer", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSecuritySchemes(
                    "session",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("vanguard_session")))
        .addSecurityItem(new SecurityRequirement().addList("bearer"))
        .addSecurityItem(new SecurityRequirement().addList("session"));
  }
}
