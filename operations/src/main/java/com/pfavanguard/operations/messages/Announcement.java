package com.pfavanguard.operations.messages;

import com.pfavanguard.operations.OperationRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One event told over several channels, each in its own words. All texts are made before the first
 * is sent; one channel that fails does not keep the others from being told.
 */
public final class Announcement {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(4));

  /** Waits between two tries. */
  @FunctionalInterface
  public interface Pause {
    void of(Duration duration) throws InterruptedException;
  }

  /**
   * @param sent names of channels
   * @param failed why, by channel
   */
  public record Outcome(List<String> sent, Map<String, String> failed) {}

  private final Map<Channel, Text> texts;
  private final Pause pause;

  private Announcement(Map<Channel, Text> texts, Pause pause) {
    this.texts = texts;
    this.pause = pause;
  }

  /**
   * @param folder holds {@code chat.txt}, {@code status.txt}, {@code mail.txt}
   * @throws OperationRefused when a text has a gap, or a value that none uses: a typing mistake
   */
  public static Announcement of(
      Path folder, List<Channel> channels, Map<String, String> values, Pause pause)
      throws IOException {
    Map<Channel, Text> texts = new LinkedHashMap<>();
    Set<String> unused = new TreeSet<>(values.keySet());
    for (Channel channel : channels) {
      Template template = Template.read(folder.resolve(channel.name() + ".txt"));
      unused.removeAll(template.names());
      texts.put(channel, template.filled(values));
    }
    if (!unused.isEmpty()) {
      throw new OperationRefused("no template uses " + String.join(", ", unused));
    }
    return new Announcement(texts, pause);
  }

  /** What would be sent. */
  public Map<Channel, Text> texts() {
    return texts;
  }

  public Outcome send() throws InterruptedException {
    List<String> sent = new ArrayList<>();
    Map<String, String> failed = new LinkedHashMap<>();
    for (Map.Entry<Channel, Text> each : texts.entrySet()) {
      try {
        send(each.getKey(), each.getValue());
        sent.add(each.getKey().name());
      } catch (Unsent | OperationRefused e) {
        failed.put(each.getKey().name(), String.valueOf(e.getMessage()));
      }
    }
    return new Outcome(sent, failed);
  }

  private void send(Channel channel, Text text) throws Unsent, InterruptedException {
    for (Duration before : PAUSES) {
      try {
        channel.send(text);
        return;
      } catch (Unsent e) {
        if (!e.worthRepeating()) {
          throw e;
        }
        pause.of(before);
      }
    }
    channel.send(text);
  }
}
