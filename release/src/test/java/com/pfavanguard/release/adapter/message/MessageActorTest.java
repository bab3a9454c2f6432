package com.pfavanguard.release.adapter.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.pfavanguard.operations.messages.Channel;
import com.pfavanguard.operations.messages.Text;
import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.Release;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.definition.Definition.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageActorTest {
  private static final Action SEND = new Action("message.send", Map.of("template", "done"));
  private static final Action SENT = new Action("message.sent", Map.of("template", "done"));

  @TempDir private Path folder;
  private final List<String> heard = new ArrayList<>();
  private boolean refuses;
  private MessageActor actor;

  @BeforeEach
  void template() throws IOException {
    Path template = Files.createDirectories(folder.resolve("templates/done"));
    Files.writeString(template.resolve("chat.txt"), "{{version}} after {{previousVersion}}\n");
    actor = new MessageActor(folder.resolve("templates"), List.of(new Chat()), Map.of());
  }

  @Test
  void aMessageIsSentOnceAndSeenAfterwards() {
    assertThat(actor.observe(task(), SENT, SEND)).isInstanceOf(Sight.NotDone.class);
    assertThat(actor.act(task(), SEND))
        .isInstanceOfSatisfying(
            Deed.Done.class,
            done ->
                assertThat(done.facts().at("/messages/team-chat/accepted").asInt()).isEqualTo(1));
    assertThat(heard).containsExactly("4.0.0 after 3.9.0\n");
    assertThat(actor.observe(task(), SENT, SEND)).isInstanceOf(Sight.Done.class);
  }

  /** What may have been sent is never sent again by guess. */
  @Test
  void afterADeathWhileSendingAPersonIsAsked() throws IOException {
    Files.writeString(task().release().notes().resolve("message-told.txt"), "sending\n");
    assertThat(actor.observe(task(), SENT, SEND)).isInstanceOf(Sight.Unclear.class);
  }

  @Test
  void whatNobodyTookIsNotDone() {
    refuses = true;
    assertThat(actor.act(task(), SEND)).isInstanceOf(Deed.Failed.class);
    assertThat(actor.observe(task(), SENT, SEND)).isInstanceOf(Sight.NotDone.class);
  }

  @Test
  void draftsAreFilledAndNothingIsSent() {
    assertThat(actor.act(task(), new Action("message.draft", null)))
        .isInstanceOfSatisfying(
            Deed.Done.class,
            done -> assertThat(done.facts().at("/drafts/team-chat").asInt()).isEqualTo(1));
    assertThat(heard).isEmpty();
  }

  private Task task() {
    return new Task(
        new Release("r-1", "v4", "4.0.0", "3.9.0", folder.resolve("evidence")), "told", line -> {});
  }

  private final class Chat implements Channel {
    @Override
    public String name() {
      return "chat";
    }

    @Override
    public String destination() {
      return "here";
    }

    @Override
    public void send(Text text) {
      if (refuses) {
        throw new com.pfavanguard.operations.OperationRefused("no");
      }
      heard.add(text.body());
    }
  }
}
