package dev.menagerie.server.commandline;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import dev.menagerie.server.settings.ServeOptions;
import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/** Java, memory, files and disk. */
record MachineExamination(ServeOptions options) {
  private static final long MEGABYTE = 1024L * 1024;

  /** A few thousand sockets beside the files of the stores. */
  private static final long FILES = 4_096;

  private static final long DISK_ERROR = 256 * MEGABYTE;
  private static final long DISK_WARNING = 2_048 * MEGABYTE;

  void examine(Findings findings) {
    findings.ok("Java " + Runtime.version());
    if (Epoll.isAvailable()) {
      findings.ok("Netty's native sockets work");
    } else {
      findings.warning(
          "Netty's native library cannot be loaded: sockets cost more processor time",
          "use Linux with glibc, and let programs run in /tmp or -Dio.netty.native.workdir");
    }
    memory(findings);
    files(findings);
    dataDirectory(findings);
  }

  private static void memory(Findings findings) {
    long heap = Runtime.getRuntime().maxMemory();
    if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
      return;
    }
    long machine = system.getTotalMemorySize();
    if (heap > machine * 3 / 4) {
      findings.error(
          "the heap may grow to "
              + heap / MEGABYTE
              + " MB, the machine or container has "
              + machine / MEGABYTE
              + " MB",
          "set MENAGERIE_HEAP to at most " + machine / 2 / MEGABYTE + "m, or give it more memory");
    } else {
      findings.ok("heap of " + heap / MEGABYTE + " MB in " + machine / MEGABYTE + " MB of memory");
    }
  }

  private static void files(Findings findings) {
    if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)) {
      return;
    }
    long limit = unix.getMaxFileDescriptorCount();
    if (limit < FILES) {
      findings.warning(
          "this process may open " + limit + " files: each player takes one",
          "raise it: LimitNOFILE=65536 for systemd, ulimit -n 65536 in a shell");
    } else {
      findings.ok(limit + " files may be open");
    }
  }

  private void dataDirectory(Findings findings) {
    Path directory = options.dataDir.toAbsolutePath();
    Path there = directory;
    while (!Files.exists(there) && there.getParent() != null) there = there.getParent();
    try {
      disk(directory, Files.getFileStore(there).getUsableSpace(), findings);
      if (Files.exists(directory)
          && Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_READ)) {
        findings.warning(
            "others may read " + directory + ", which holds secrets", "chmod 700 " + directory);
      }
    } catch (IOException e) {
      findings.error(
          "cannot look at " + there + ": " + e.getMessage(), "choose another --data-dir");
    }
  }

  /**
   * @param free bytes
   */
  static void disk(Path directory, long free, Findings findings) {
    var what = free / MEGABYTE + " MB are free on the disk of " + directory;
    if (free < DISK_ERROR) {
      findings.error(what, "free some: stores that cannot write refuse every action");
    } else if (free < DISK_WARNING) {
      findings.warning(what, "free some, or move --data-dir, before games fill it");
    } else {
      findings.ok(what);
    }
  }
}
