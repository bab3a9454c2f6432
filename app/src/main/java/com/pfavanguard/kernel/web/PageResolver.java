package com.pfavanguard.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Answers the addresses that only the front end's own router knows with its one page. */
final class PageResolver extends PathResourceResolver {
  /** First parts of a path that belong to the server. */
  private static final Set<String> NOT_PAGES =
      Set.of("api", "ws", "health", "actuator", "v3", "assets", "swagger-ui", "webjars");

  @Override
  protected @Nullable Resource resolveResourceInternal(
      @Nullable HttpServletRequest request,
      String requestPath,
      List<? extends Resource> locations,
      ResourceResolverChain chain) {
    Resource file =
        requestPath.isEmpty()
            ? null
            : super.resolveResourceInternal(request, requestPath, locations, chain);
    if (file != null || request == null || !isPage(request, requestPath)) {
      return file;
    }
    return super.resolveResourceInternal(request, "index.html", locations, chain);
  }

  private static boolean isPage(HttpServletRequest request, String requestPath) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null
        && accepted.contains("text/html")
        && !NOT_PAGES.contains(requestPath.split("/", 2)[0]);
  }
}
