package com.pfavanguard.release.people;

import com.pfavanguard.release.journal.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Everybody who is enrolled. A name stands once, whatever its letters' case. */
public record Roster(List<Person> people) {
  public Roster {
    people = List.copyOf(people);
  }

  public Optional<Person> find(String name) {
    return people.stream().filter(person -> person.name().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * @throws IllegalArgumentException when the name is taken: keys are not replaced in silence
   */
  public Roster with(Person newcomer) {
    if (find(newcomer.name()).isPresent()) {
      throw new IllegalArgumentException(newcomer.name() + " is enrolled already");
    }
    List<Person> all = new ArrayList<>(people);
    all.add(newcomer);
    return new Roster(all);
  }

  public ArrayNode toJson() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    people.forEach(person -> list.add(person.toJson()));
    return list;
  }

  public static Roster of(JsonNode json) {
    List<Person> people = new ArrayList<>();
    json.forEach(person -> people.add(Person.of(person)));
    return new Roster(people);
  }

  /** Nobody, where there is no file yet. */
  public static Roster read(Path file) throws IOException {
    return Files.exists(file)
        ? of(Json.parse(Files.readString(file)).path("people"))
        : new Roster(List.of());
  }

  /** Replaces the file as a whole. */
  public void write(Path file) throws IOException {
    var json = Json.object();
    json.set("people", toJson());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, Json.canonical(json) + "\n");
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
