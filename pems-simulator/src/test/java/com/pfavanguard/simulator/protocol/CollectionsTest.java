package com.pfavanguard.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.simulator.SimulatorClient;
import com.pfavanguard.simulator.SimulatorClient.Answer;
import com.pfavanguard.simulator.SimulatorExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class CollectionsTest {
  @RegisterExtension
  static final SimulatorExtension SIMULATOR = SimulatorExtension.withRecords(100);

  private final SimulatorClient pems = SIMULATOR.client();

  private List<String> all(String path, String code) {
    List<String> codes = new ArrayList<>();
    int cursor = 0;
    do {
      Answer page = pems.get(path, "cursorposition", "" + cursor);
      for (JsonNode row : page.data().path("DATARECORD")) {
        codes.add(row.at(code).asString());
      }
      int next = page.data().path("NEXTCURSORPOSITION").asInt();
      assertThat(next == 0 || next > cursor).isTrue();
      cursor = next;
    } while (cursor > 0);
    return codes;
  }

  @Test
  void pageToTheEnd() {
    pems.settings("{\"collectionPageRows\":100}");
    assertThat(all("/organization", "/ORGANIZATIONID/ORGANIZATIONCODE"))
        .hasSize(28)
        .startsWith("RIO", "PORTARTHUR", "HOLNG");
    assertThat(all("/assets", "/ASSETID/EQUIPMENTCODE")).hasSize(3_735).doesNotHaveDuplicates();
    assertThat(all("/categories", "/CATEGORYID/CATEGORYCODE"))
        .hasSize(1_163)
        .doesNotHaveDuplicates();
    assertThat(all("/manufacturers", "/MANUFACTURERID/MANUFACTURERCODE"))
        .doesNotHaveDuplicates()
        .contains("Liebherr", "Atlas Copco");
    assertThat(all("/usersetup", "/USERID/USERCODE")).containsExactly("vanguard");
    assertThat(all("/usersetup/vanguard/organizations", "/ORGANIZATIONID/ORGANIZATIONCODE"))
        .hasSize(28);
  }

  @Test
  void refuseWhatIsNoCursorAndNoUser() {
    assertThat(pems.get("/assets", "cursorposition", "x").error()).contains("not a valid");
    assertThat(pems.get("/usersetup/nobody/organizations").error()).isEqualTo("Record not found");
    assertThat(pems.get("/assets", "cursorposition", "99999").data().path("DATARECORD").size())
        .isZero();
  }

  @Test
  void mayCollapseASingleElement() {
    pems.settings("{\"collapseSingle\":true}");
    assertThat(pems.get("/usersetup").data().path("DATARECORD").isObject()).isTrue();
  }
}
