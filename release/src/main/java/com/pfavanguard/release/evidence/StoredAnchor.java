package com.pfavanguard.release.evidence;

import com.pfavanguard.operations.storage.ServedAs;
import com.pfavanguard.operations.storage.Storage;
import com.pfavanguard.release.journal.Digest;
import com.pfavanguard.release.journal.Head;
import com.pfavanguard.release.journal.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** In another folder or an object store, an object for each head: none is ever written over. */
public record StoredAnchor(Storage storage) implements Anchor {

  @Override
  public void keep(String release, Head head) throws IOException {
    String text =
        Json.canonical(
            Json.object().put("number", head.number()).put("digest", head.digest().hex()));
    storage.put("%s/%08d.json".formatted(release, head.number()), text, ServedAs.DOCUMENT);
  }

  @Override
  public List<Head> kept(String release) throws IOException {
    List<Head> heads = new ArrayList<>();
    for (String key : storage.keys(release + "/")) {
      JsonNode json = Json.parse(storage.text(key));
      heads.add(
          new Head(json.path("number").asLong(), new Digest(json.path("digest").asString(""))));
    }
    return heads;
  }

  @Override
  public String address() {
    return storage.address();
  }
}
