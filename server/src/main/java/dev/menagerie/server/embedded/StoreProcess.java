package dev.menagerie.server.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The child process of a store. It may outlive its server, so it holds a lock on the store's
 * directory until its last process has ended, also where the next server runs in another container
 * and cannot see it.
 */
final class StoreProcess {
  /** A clean shutdown flushes and syncs; longer than this means it hangs. */
  private static final Duration CLEAN_STOP = Duration.ofSeconds(20);

  private static final Duration HARD_STOP = Duration.ofSeconds(5);

  /** Enough to say why a start failed. */
  private static final int LOG_TAIL_LINES = 6;

  /** A log that has grown past this is set aside at the next start, and the one before dropped. */
  private static final long MAX_LOG_BYTES = 8L * 1024 * 1024;

  /** The exit code when the directory is locked. */
  private static final int LOCKED = 75;

  /** flock's own exit code when another process has the lock. */
  private static final int FLOCK_CONFLICT = 1;

  /**
   * Arguments: lock file, pid file, command. The holder of the lock knows that no process of this
   * directory is alive, so an existing pid file is stale: after an unclean end its number may
   * belong to any process, and Postgres would refuse to start. A file system without locks gets
   * none.
   */
  private static final String LOCK_AND_RUN =
      "exec 9>>\"$1\" || exit 1; flock -n 9; case $? in 0) rm -f \"$2\" ;; "
          + FLOCK_CONFLICT
          + ") exit "
          + LOCKED
          + " ;; esac; shift 2; exec \"$@\"";

  private final StoreProgram program;
  private final ProcessRecord record;
  private final Path log;
  private volatile @Nullable Process process;
  private volatile long logBefore;

  StoreProcess(StoreProgram program) {
    this.program = program;
    this.record = new ProcessRecord(file(".process"));
    this.log = file(".log");
  }

  private Path file(String ending) {
    return program.home().resolve(program.home().getFileName() + ending);
  }

  /**
   * Starts the process in a session of its own, so that the terminal's ^C reaches the server alone.
   */
  void launch(List<String> command) {
    try {
      rotateLog();
      prepare(log);
      prepare(file(".lock"));
      logBefore = Files.exists(log) ? Files.size(log) : 0;
      var builder =
          new ProcessBuilder(locked(command))
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
      builder.environment().put("LC_ALL", "C");
      var started = builder.start();
      process = started;
      record.write(started.toHandle());
    } catch (IOException e) {
      throw new EmbeddedStoreFailed("cannot run " + command.getFirst(), e);
    }
  }

  private List<String> locked(List<String> command) {
    var whole = new ArrayList<String>();
    if (ProgramRunner.has("setsid")) whole.add("setsid");
    if (ProgramRunner.has("flock")) {
      whole.addAll(List.of("/bin/sh", "-c", LOCK_AND_RUN, "sh"));
      whole.addAll(List.of(file(".lock").toString(), program.pidFile().toString()));
    }
    whole.addAll(command);
    return whole;
  }

  /** A file that this process makes for the store belongs to the store's user. */
  private static void prepare(Path file) throws IOException {
    if (Files.exists(file)) return;
    Files.createFile(file);
    SystemUsers.inheritOwner(file);
  }

  private void rotateLog() throws IOException {
    if (Files.exists(log) && Files.size(log) > MAX_LOG_BYTES) {
      Path before = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, before, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Asks the child itself: the system's table of processes cannot be read without a free file. */
  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Whether the process ended because another one has the lock of the directory. */
  boolean foundLocked() {
    return process != null && !process.isAlive() && process.exitValue() == LOCKED;
  }

  long pid() {
    if (process == null) throw new NoSuchElementException(program.name() + " was not started");
    return process.pid();
  }

  Path log() {
    return log;
  }

  /** Whether the process has written this since it was launched. */
  boolean hasWritten(String text) {
    try (var written = Files.newInputStream(log)) {
      written.skipNBytes(logBefore);
      return new String(written.readAllBytes(), StandardCharsets.UTF_8).contains(text);
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The last lines the process wrote. */
  String logTail() {
    try {
      var lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  /**
   * Sends the program's signals one after the other until the process has ended, and KILL at the
   * end.
   */
  void stop() {
    if (process != null) stop(process.toHandle());
    process = null;
    record.delete();
  }

  /** Kills the process without a chance to tidy up, as a crash does. */
  void kill() {
    if (process == null) return;
    process.destroyForcibly();
    hasEnded(process.toHandle(), HARD_STOP);
  }

  /** Stops the processes that a killed server left running. */
  void stopOrphan() {
    record.find(program).ifPresent(this::stop);
    record.delete();
  }

  private void stop(ProcessHandle running) {
    for (String signal : program.stopSignals()) {
      if (!running.isAlive()) return;
      ProgramRunner.signal(running, signal);
      if (hasEnded(running, CLEAN_STOP)) return;
    }
    running.destroyForcibly();
    if (!hasEnded(running, HARD_STOP)) {
      throw new EmbeddedStoreFailed(
          program.name() + " (process " + running.pid() + ") cannot be stopped");
    }
  }

  private static boolean hasEnded(ProcessHandle process, Duration limit) {
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
}
