package com.pfavanguard.release.people;

import com.pfavanguard.release.journal.Json;
import java.security.PublicKey;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who is enrolled.
 *
 * @param roles of the definition that this person may speak for
 * @param persona a throwaway of a rehearsal: nobody real, and marked so in the report
 */
public record Person(String name, Set<String> roles, PublicKey key, boolean persona) {
  public Person {
    roles = Set.copyOf(roles);
  }

  public boolean hasOneOf(Collection<String> asked) {
    return asked.stream().anyMatch(roles::contains);
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object().put("name", name).put("key", Keys.text(key));
    ArrayNode list = json.put("persona", persona).putArray("roles");
    new TreeSet<>(roles).forEach(list::add);
    return json;
  }

  static Person of(JsonNode json) {
    Set<String> roles = new TreeSet<>();
    json.path("roles").forEach(role -> roles.add(role.asString()));
    return new Person(
        json.path("name").asString(),
        roles,
        Keys.publicKey(json.path("key").asString()),
        json.path("persona").asBoolean(false));
  }
}
