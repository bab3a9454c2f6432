package com.pfavanguard.release.cli;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.console.Refusal;
import com.pfavanguard.release.journal.Json;
import com.pfavanguard.release.people.KeyFile;
import com.pfavanguard.release.people.Person;
import com.pfavanguard.release.people.Roster;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "enroll",
    description = {
      "Enroll somebody who may decide.",
      "Makes their key (theirs alone to read) and puts its public half on the roster. A "
          + "release knows who was on the roster when it began."
    })
final class EnrollCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "of the person")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      split = ",",
      paramLabel = "ROLE",
      description = "roles of the checklist, such as product-owner,devsecops")
  private Set<String> roles = Set.of();

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "where the key is written; it must not exist")
  private Path key = Path.of("");

  @Override
  public Integer call() throws IOException {
    KeyFolder keys = common.keys();
    Roster roster = keys.people();
    if (roster.find(name).isPresent()) {
      throw new Refusal(name + " is enrolled already");
    }
    KeyFile made = create();
    Files.createDirectories(keys.folder());
    roster.with(new Person(name, roles, made.publicKey(), false)).write(keys.roster());
    Console console = common.console();
    console.say("%s is enrolled; the key is in %s".formatted(name, key));
    console.result(
        Json.canonical(Json.object().put("ok", true).put("name", name).put("key", key.toString())));
    return 0;
  }

  private KeyFile create() throws IOException {
    try {
      return KeyFile.create(key, name);
    } catch (FileAlreadyExistsException e) {
      throw new Refusal(key + " exists already: a key is never written over", e);
    }
  }
}
