import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks ({@code check}) or mends ({@code apply}) the format of every Java source under the current
 * folder with google-java-format; {@code skip} does nothing. Run by the root build.
 */
void main(String[] args) throws Exception {
  if (args[0].equals("skip")) {
    return;
  }
  boolean apply = args[0].equals("apply");
  var formatter = new Formatter(JavaFormatterOptions.builder().formatJavadoc(true).build());
  List<Path> wrong = new ArrayList<>();
  for (Path source : sources()) {
    String before = Files.readString(source);
    String after =
        formatter.formatSource(
            ImportOrderer.reorderImports(
                RemoveUnusedImports.removeUnusedImports(before),
                JavaFormatterOptions.Style.GOOGLE));
    if (!after.equals(before)) {
      wrong.add(source);
      if (apply) {
        Files.writeString(source, after);
      }
    }
  }
  if (!wrong.isEmpty()) {
    wrong.forEach(file -> System.err.println((apply ? "formatted " : "not formatted: ") + file));
    if (!apply) {
      System.err.println("Mend with: ./mvnw -N validate -Dformat=apply");
      System.exit(1);
    }
  }
}

List<Path> sources() throws Exception {
  try (var files = Files.walk(Path.of("."))) {
    return files
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> !file.toString().matches(".*/(target|node_modules|build)/.*"))
        .sorted()
        .toList();
  }
}
