package dev.menagerie.server.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One child process that may outlive its server. A record of its pid and start time is kept beside
 * its data, so that the next server finds it, knows it for its own and stops it.
 */
final class StoreProcess {
  /** A clean shutdown flushes and syncs; longer than this means it hangs. */
  private static final Duration CLEAN_STOP = Duration.ofSeconds(20);

  private static final Duration HARD_STOP = Duration.ofSeconds(5);

  /** The system counts start times from its boot time, which it corrects by up to seconds. */
  private static final Duration START_TIME_JITTER = Duration.ofSeconds(5);

  /** Enough to say why a start failed. */
  private static final int LOG_TAIL_LINES = 6;

  /** A log that has grown past this is set aside at the next start, and the one before dropped. */
  private static final long MAX_LOG_BYTES = 8L * 1024 * 1024;

  private final String name;
  private final Path record;
  private final Path log;
  private volatile @Nullable ProcessHandle handle;

  /**
   * @param record where pid and start time are kept
   * @param log where the process's output goes
   */
  StoreProcess(String name, Path record, Path log) {
    this.name = name;
    this.record = record;
    this.log = log;
  }

  /**
   * Starts the process in a session of its own, so that the terminal's ^C is the server's alone.
   */
  void launch(List<String> command) {
    var whole = new ArrayList<String>();
    if (Programs.has("setsid")) whole.add("setsid");
    whole.addAll(command);
    try {
      rotateLog();
      var builder =
          new ProcessBuilder(whole)
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
      builder.environment().put("LC_ALL", "C");
      var started = builder.start().toHandle();
      handle = started;
      PrivateFiles.write(record, started.pid() + " " + startOf(started) + "\n");
    } catch (IOException e) {
      throw new EmbeddedStoreFailed("cannot run " + command.getFirst(), e);
    }
  }

  private void rotateLog() throws IOException {
    if (Files.exists(log) && Files.size(log) > MAX_LOG_BYTES) {
      Files.move(
          log,
          log.resolveSibling(log.getFileName() + ".1"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }

  boolean isAlive() {
    return handle != null && handle.isAlive();
  }

  Optional<ProcessHandle> handle() {
    return Optional.ofNullable(handle);
  }

  /** The last lines the process wrote. */
  String logTail() {
    try {
      var lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
      return String.join(
          System.lineSeparator(),
          lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  /** Sends the signals in turn until the process is gone, last of all KILL. */
  void stop(List<String> signals) {
    if (handle != null) stop(handle, signals);
    handle = null;
    deleteRecord();
  }

  /** Kills without a chance to tidy up, as a crash does. */
  void kill() {
    if (handle == null) return;
    handle.destroyForcibly();
    awaitEnd(handle, HARD_STOP);
  }

  /**
   * Stops what a killed server left behind.
   *
   * @param mark a part of the command line that only a process of this data directory has
   * @param ownPidFile the pid file the program itself writes, for a server killed in the moment
   *     between start and record
   */
  void stopOrphan(String mark, Path ownPidFile, List<String> signals) {
    recorded()
        .or(() -> pidIn(ownPidFile))
        .filter(orphan -> hasMark(orphan, mark))
        .ifPresent(orphan -> stop(orphan, signals));
    deleteRecord();
  }

  private Optional<ProcessHandle> recorded() {
    var text = read(record).map(String::strip).orElse("");
    var parts = text.split(" ", 2);
    if (parts.length != 2) return Optional.empty();
    var start = Instant.parse(parts[1]);
    return ProcessHandle.of(Long.parseLong(parts[0]))
        .filter(ProcessHandle::isAlive)
        .filter(process ->
            Duration.between(start, startOf(process)).abs().compareTo(START_TIME_JITTER) <= 0);
  }

  private static Optional<ProcessHandle> pidIn(Path pidFile) {
    return read(pidFile)
        .flatMap(text -> text.lines().findFirst())
        .filter(line -> line.strip().matches("\\d{1,9}"))
        .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
        .filter(ProcessHandle::isAlive);
  }

  /** The pid may have gone to somebody else since; only a process of this directory is ours. */
  private static boolean hasMark(ProcessHandle process, String mark) {
    var info = process.info();
    return info.arguments().map(List::of).orElse(List.of()).contains(mark)
        || info.commandLine().filter(line -> line.contains(mark)).isPresent();
  }

  private void stop(ProcessHandle process, List<String> signals) {
    for (String signal : signals) {
      if (!process.isAlive()) return;
      Programs.signal(process, signal);
      if (awaitEnd(process, CLEAN_STOP)) return;
    }
    process.destroyForcibly();
    if (!awaitEnd(process, HARD_STOP)) {
      throw new EmbeddedStoreFailed(name + " (process " + process.pid() + ") cannot be stopped");
    }
  }

  private static boolean awaitEnd(ProcessHandle process, Duration limit) {
    try {
      process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return !process.isAlive();
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for a process failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  private void deleteRecord() {
    try {
      Files.deleteIfExists(record);
    } catch (IOException e) {
      throw new UnusableFile("cannot delete " + record, e);
    }
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.ofNullable(DataDirectory.readIfThere(file));
    } catch (IOException e) {
      throw new UnusableFile("cannot read " + file, e);
    }
  }
}
