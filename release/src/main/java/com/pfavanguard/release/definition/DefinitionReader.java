package com.pfavanguard.release.definition;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.NodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a checklist's file; what is amiss is said with file, line and field, all of it at once. */
public final class DefinitionReader {
  private static final Schema SCHEMA = schema();
  private static final NodeReader NODES = NodeReader.builder().locationAware().build();
  private static final JsonMapper MAPPER = new JsonMapper();

  private DefinitionReader() {}

  /** A definition, or why it is none. */
  public sealed interface Outcome {
    /** A file that says what the schema asks for; {@code where} finds its fields' lines. */
    record Read(Definition definition, Fields where) implements Outcome {}

    /** At least one problem. */
    record Refused(List<Problem> problems) implements Outcome {}
  }

  public static Outcome read(Path path) throws IOException {
    return read(String.valueOf(path.getFileName()), Files.readString(path));
  }

  /**
   * One that was read before and is kept with the evidence.
   *
   * @throws IllegalArgumentException when it is none after all
   */
  public static Definition kept(String text) {
    return switch (read("definition", text)) {
      case Outcome.Read read -> read.definition();
      case Outcome.Refused refused ->
          throw new IllegalArgumentException("the kept definition: " + refused.problems());
    };
  }

  private static Outcome read(String file, String text) {
    JsonNode tree;
    try {
      tree = NODES.readTree(text, InputFormat.YAML);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      return refused(
          new Problem(file, line, "(file)", "this is no YAML: " + e.getOriginalMessage()));
    }
    List<Problem> problems =
        SCHEMA.validate(tree).stream()
            .map(error -> problem(file, error))
            .sorted(Fields.ORDER)
            .toList();
    return problems.isEmpty()
        ? new Outcome.Read(MAPPER.treeToValue(tree, Definition.class), new Fields(file, tree))
        : new Outcome.Refused(problems);
  }

  private static Outcome refused(Problem problem) {
    return new Outcome.Refused(List.of(problem));
  }

  private static Problem problem(String file, Error error) {
    String field = Fields.written(error.getInstanceLocation().toString());
    return new Problem(file, line(error.getInstanceNode()), field, error.getMessage());
  }

  private static int line(JsonNode node) {
    TokenStreamLocation location = JsonNodes.tokenStreamLocationOf(node);
    return location == null ? 0 : location.getLineNr();
  }

  private static Schema schema() {
    try (InputStream schema = DefinitionReader.class.getResourceAsStream("checklist.schema.json")) {
      if (schema == null) {
        throw new IllegalStateException("the schema is not in the jar");
      }
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
