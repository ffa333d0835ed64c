package dev.menagerie.server.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The memory that this process and its stores share. */
final class MachineMemory {
  private MachineMemory() {}

  /** The machine's memory in bytes, or the container's limit where that is less. */
  static long bytes() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 4L << 30;
  }
}
