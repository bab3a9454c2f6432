package com.pfavanguard.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One process and no later one of the same number: the kernel's start tick within one boot (see
 * proc(5), field 22 of {@code /proc/pid/stat}).
 */
public record ProcessIdentity(long pid, long startTick, String boot) {
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final int STATE = 0;
  private static final int START_TICK = 19;

  /** Empty when there is no such process, or it has ended and waits for its parent to notice. */
  public static Optional<ProcessIdentity> of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name in parentheses may hold anything; the fields that matter follow the last one.
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
      boolean ended = fields.get(STATE).matches("[ZX]");
      return ended
          ? Optional.empty()
          : Optional.of(
              new ProcessIdentity(
                  pid, Long.parseLong(fields.get(START_TICK)), Files.readString(BOOT_ID).strip()));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  public boolean alive() {
    return of(pid).filter(this::equals).isPresent();
  }
}
