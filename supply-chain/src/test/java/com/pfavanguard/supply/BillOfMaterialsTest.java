package com.pfavanguard.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class BillOfMaterialsTest {

  @Test
  void everyJarThatShipsCarriesItsOwn() throws IOException {
    assertThat(entry("app/target/pfa-vanguard.jar", "META-INF/sbom/application.cdx.json")).isTrue();
    assertThat(entry("launcher/target/vanguard-launcher.jar", "META-INF/sbom/application.cdx.json"))
        .isTrue();
    assertThat(entry("web/target/vanguard-web-4.0.0.jar", "META-INF/sbom/web.cdx.json")).isTrue();
  }

  @Test
  void eachNamesWhatIsInside() {
    assertThat(Bom.foreignComponents().stream().map(Bom.Component::name))
        .contains(
            "pkg:maven/org.postgresql/postgresql",
            "pkg:maven/org.apache.tomcat.embed/tomcat-embed-core",
            "pkg:maven/info.picocli/picocli",
            "pkg:npm/react");
    assertThat(Bom.all()).allSatisfy(bom -> assertThat(bom.components()).isNotEmpty());
  }

  @Test
  void everyLibraryInsideTheApplicationIsNamed() throws IOException {
    try (JarFile jar =
        new JarFile(Repository.ROOT.resolve("app/target/pfa-vanguard.jar").toFile())) {
      var named =
          Bom.all()
              .getFirst()
              .components()
              .map(each -> each.purl().replaceAll(".*/([^/]+)@(.*)", "$1-$2"))
              .toList();
      var inside =
          jar.stream()
              .map(each -> each.getName())
              .filter(name -> name.matches("BOOT-INF/lib/.+\\.jar"))
              .map(name -> name.replaceAll("BOOT-INF/lib/(.+)\\.jar", "$1"))
              .filter(name -> !name.startsWith("spring-boot-jarmode"))
              .toList();
      assertThat(inside).isNotEmpty().allSatisfy(library -> assertThat(named).contains(library));
    }
  }

  private static boolean entry(String jar, String name) throws IOException {
    try (JarFile file = new JarFile(Repository.ROOT.resolve(jar).toFile())) {
      return file.stream().anyMatch(each -> each.getName().endsWith(name));
    }
  }
}
