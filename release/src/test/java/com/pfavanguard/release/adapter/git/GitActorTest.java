package com.pfavanguard.release.adapter.git;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.Release;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.definition.Definition.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real clone of a bare repository. */
class GitActorTest {
  private static final Action TAG = new Action("git.tag", Map.of("tag", "v4.0.0"));
  private static final Action TAG_OF = new Action("git.tag-of", Map.of("tag", "v4.0.0"));
  private static final Map<String, Object> BRANCH =
      Map.of("branch", "deployed/v4.0.0", "log", "docs/LOG.md", "adr", "docs/adr");

  @TempDir private Path folder;
  private Git origin;
  private Git clone;
  private GitActor actor;

  @BeforeEach
  void cloneIt() throws IOException, InterruptedException {
    Git here = new Git(folder);
    here.demand("init", "-q", "--bare", "origin.git");
    here.demand("clone", "-q", "origin.git", "clone");
    origin = new Git(folder.resolve("origin.git"));
    clone = new Git(folder.resolve("clone"));
    clone.demand("config", "user.name", "Test");
    clone.demand("config", "user.email", "test@example.com");
    Path adr = Files.createDirectories(clone.checkout().resolve("docs/adr"));
    Files.writeString(adr.resolve("0008-mirror.md"), "# 8\n");
    clone.demand("add", ".");
    clone.demand("commit", "-q", "-m", "first");
    actor = new GitActor(clone.checkout(), "origin");
  }

  @Test
  void aTagIsMadeAndPushedOnce() throws IOException, InterruptedException {
    assertThat(actor.observe(task(), TAG_OF, TAG)).isInstanceOf(Sight.NotDone.class);
    assertThat(actor.act(task(), TAG)).isInstanceOf(Deed.Done.class);
    assertThat(origin.demand("cat-file", "-t", "v4.0.0")).isEqualTo("tag");
    assertThat(actor.observe(task(), TAG_OF, TAG)).isInstanceOf(Sight.Done.class);
  }

  @Test
  void aTagThatWasNotPushedIsNotDone() throws IOException, InterruptedException {
    clone.demand("tag", "-a", "v4.0.0", "-m", "only here");
    assertThat(actor.observe(task(), TAG_OF, TAG)).isInstanceOf(Sight.NotDone.class);
    assertThat(actor.act(task(), TAG)).isInstanceOf(Deed.Done.class);
    assertThat(origin.has("refs/tags/v4.0.0")).isTrue();
  }

  @Test
  void documentsAreWrittenOnABranchAndTheCheckoutStaysAsItIs()
      throws IOException, InterruptedException {
    Action documents = new Action("git.documents", BRANCH);
    Deed deed = actor.act(task(), documents);
    assertThat(deed).isInstanceOf(Deed.Done.class);
    assertThat(origin.demand("log", "--format=%s", "deployed/v4.0.0").lines()).hasSize(3);
    assertThat(origin.demand("show", "deployed/v4.0.0:docs/adr/0008-mirror.md"))
        .contains("DEPLOYED with v4.0.0");
    assertThat(clone.demand("status", "--porcelain")).isEmpty();
    Action branchOf = new Action("git.branch-of", Map.of("branch", "deployed/v4.0.0"));
    assertThat(actor.observe(task(), branchOf, documents)).isInstanceOf(Sight.Done.class);
  }

  @Test
  void withoutItsRemoteNothingIsKnown() {
    Action elsewhere = new Action("git.tag", Map.of("tag", "v4.0.0", "remote", "nowhere"));
    assertThat(actor.act(task(), elsewhere)).isInstanceOf(Deed.Failed.class);
    assertThat(actor.observe(task(), TAG_OF, elsewhere)).isInstanceOf(Sight.Unclear.class);
  }

  private Task task() {
    return new Task(new Release("r-1", "v4.0.0", "4.0.0", null, folder), "tag", line -> {});
  }
}
