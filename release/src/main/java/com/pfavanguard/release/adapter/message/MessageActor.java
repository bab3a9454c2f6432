package com.pfavanguard.release.adapter.message;

import com.pfavanguard.operations.messages.Announcement;
import com.pfavanguard.operations.messages.Channel;
import com.pfavanguard.operations.messages.Template;
import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.FactTree;
import com.pfavanguard.release.adapter.Settings;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.adapter.WorkingActor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code message.send} tells people once: what may have been sent when the tool died is unclear and
 * asked of a person, for a message cannot be taken back. {@code message.draft} fills every template
 * and sends nothing.
 */
public final class MessageActor extends WorkingActor {
  private static final Map<String, String> PLACES =
      Map.of("status", "status-page", "mail", "customer-email", "chat", "team-chat");

  private final Path templates;
  private final List<Channel> channels;
  private final Map<String, String> values;

  /**
   * @param templates a folder for each
   * @param values that templates may ask for, beside the versions
   */
  public MessageActor(Path templates, List<Channel> channels, Map<String, String> values) {
    this.templates = templates;
    this.channels = List.copyOf(channels);
    this.values = Map.copyOf(values);
  }

  @Override
  public String area() {
    return "message";
  }

  @Override
  protected Sight look(Task task, Settings observe, Settings act) throws IOException {
    Path note = note(task);
    if (!Files.exists(note)) {
      return new Sight.NotDone();
    }
    List<String> told = Files.readAllLines(note);
    return told.getFirst().equals("sent")
        ? accepted(told.subList(1, told.size())).seen()
        : new Sight.Unclear("it may have been sent when the tool died");
  }

  @Override
  protected Deed work(Task task, Settings act) throws IOException, InterruptedException {
    return switch (act.verb()) {
      case "send" -> send(task, act.demand("template"));
      case "draft" -> draft(task);
      default -> unknown(act);
    };
  }

  private Deed send(Task task, String template) throws IOException, InterruptedException {
    if (channels.isEmpty()) {
      return new Deed.Failed("nobody to tell is configured");
    }
    Announcement announcement = filled(task, template);
    Files.writeString(note(task), "sending\n");
    Announcement.Outcome outcome = announcement.send();
    if (!outcome.failed().isEmpty()) {
      if (outcome.sent().isEmpty()) {
        Files.delete(note(task));
      }
      return new Deed.Failed("not told: " + outcome.failed());
    }
    Files.writeString(note(task), "sent\n" + String.join("\n", outcome.sent()) + "\n");
    return accepted(outcome.sent()).done();
  }

  private Deed draft(Task task) throws IOException {
    FactTree facts = new FactTree();
    try (Stream<Path> folders = Files.list(templates)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        Announcement drafted = filled(task, folder.getFileName().toString());
        drafted
            .texts()
            .keySet()
            .forEach(channel -> facts.put("drafts/" + place(channel.name()), 1));
      }
    }
    return facts.done();
  }

  private Announcement filled(Task task, String template) throws IOException {
    Path folder = templates.resolve(template);
    Map<String, String> all = new HashMap<>(values);
    all.put("version", task.release().version());
    String previous = task.release().previous();
    all.put("previousVersion", previous == null ? "nothing" : previous);
    Set<String> asked = new HashSet<>();
    for (Channel channel : channels) {
      asked.addAll(Template.read(folder.resolve(channel.name() + ".txt")).names());
    }
    all.keySet().retainAll(asked);
    return Announcement.of(folder, channels, all, pause -> Thread.sleep(pause));
  }

  private static FactTree accepted(List<String> names) {
    FactTree facts = new FactTree();
    names.forEach(name -> facts.put("messages/%s/accepted".formatted(place(name)), 1));
    return facts;
  }

  private static String place(String channel) {
    return PLACES.getOrDefault(channel, channel);
  }

  private static Path note(Task task) throws IOException {
    return task.release().notes().resolve("message-" + task.step().replace('/', '-') + ".txt");
  }
}
