package com.pfavanguard.release.adapter.git;

import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.FactTree;
import com.pfavanguard.release.adapter.Settings;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.adapter.WorkingActor;
import java.io.IOException;
import java.nio.file.Path;

/**
 * {@code git.tag} makes the annotated tag and pushes it; {@code git.documents} writes into the
 * documents, on a branch of its own, that this release is deployed.
 */
public final class GitActor extends WorkingActor {
  private final Git git;
  private final String usualRemote;

  public GitActor(Path checkout, String usualRemote) {
    this.git = new Git(checkout);
    this.usualRemote = usualRemote;
  }

  @Override
  public String area() {
    return "git";
  }

  @Override
  protected Sight look(Task task, Settings observe, Settings act)
      throws IOException, InterruptedException {
    boolean isTag = observe.verb().equals("tag-of");
    String name =
        isTag ? "refs/tags/" + observe.demand("tag") : "refs/heads/" + observe.demand("branch");
    if (!git.has(name) || !git.remoteHas(act.get("remote", usualRemote), name)) {
      return new Sight.NotDone();
    }
    return isTag ? tagged().seen() : documented().seen();
  }

  @Override
  protected Deed work(Task task, Settings act) throws IOException, InterruptedException {
    return switch (act.verb()) {
      case "tag" -> tag(task, act.demand("tag"), act.get("remote", usualRemote));
      case "documents" -> {
        String branch = act.demand("branch");
        Documents documents = new Documents(git, act.demand("log"), act.demand("adr"));
        documents.write(task.release(), branch);
        git.demand("push", act.get("remote", usualRemote), "refs/heads/" + branch);
        yield documented().done();
      }
      default -> unknown(act);
    };
  }

  private Deed tag(Task task, String tag, String remote) throws IOException, InterruptedException {
    if (!git.has("refs/tags/" + tag)) {
      git.demand("tag", "-a", tag, "-m", "Release " + tag + " (" + task.effectId() + ")");
    }
    git.demand("push", remote, "refs/tags/" + tag);
    return git.remoteHas(remote, "refs/tags/" + tag)
        ? tagged().done()
        : new Deed.Failed(remote + " does not have the tag after the push");
  }

  private static FactTree tagged() {
    return new FactTree().put("tag/created", 1).put("tag/pushed", 1);
  }

  private static FactTree documented() {
    return new FactTree().put("documents/log/commits", 1).put("documents/adr/commits", 1);
  }
}
