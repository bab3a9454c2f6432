package com.pfavanguard.kernel.web;

import com.pfavanguard.kernel.Role;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the front end from the web jar. File names under assets hold a hash of their content and
 * never change; everything else is asked for anew each time.
 */
@Configuration(proxyBeanMethods = false)
@Role.Server
class FrontEnd implements WebMvcConfigurer {
  private static final String FILES = "classpath:/META-INF/resources/";

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(FILES + "assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations(FILES)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new PageResolver());
  }
}
