package dev.menagerie.clients.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The processor time a process has used, as Linux counts it; elsewhere nothing is known. */
final class ProcessorTime {
  /** The unit of /proc, a constant of the kernel's interface to programs. */
  private static final double TICKS_PER_SECOND = 100;

  /** Fields behind the name, which may hold blanks: utime is the 14th of all, so the 12th there. */
  private static final int USER = 11;

  private ProcessorTime() {}

  /** Seconds in user and kernel mode, over all threads. */
  static OptionalDouble seconds(OptionalLong process) {
    if (process.isEmpty()) return OptionalDouble.empty();
    try {
      var stat = Files.readString(Path.of("/proc/" + process.getAsLong() + "/stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[USER + 1]);
      return OptionalDouble.of(ticks / TICKS_PER_SECOND);
    } catch (IOException | RuntimeException unknown) {
      return OptionalDouble.empty();
    }
  }
}
