package dev.menagerie.server.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file with the id and start time of a store's process, by which the next server finds the
 * process of a killed one. In a container, another process may have the same id after a restart;
 * therefore the command line has to match as well.
 *
 * @param file where the record is stored
 */
record ProcessRecord(Path file) {
  /** The system counts start times from its boot time, which it corrects by up to seconds. */
  private static final Duration START_TIME_JITTER = Duration.ofSeconds(5);

  void write(ProcessHandle process) {
    PrivateFiles.write(file, process.pid() + " " + startOf(process) + "\n");
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UnusableFile("cannot delete " + file, e);
    }
  }

  /** The process of the record, or of the program's own pid file, if it is the store's. */
  Optional<ProcessHandle> find(StoreProgram program) {
    return recorded()
        .or(() -> pidIn(program.pidFile()))
        .filter(process -> hasMark(process, program.mark()));
  }

  private Optional<ProcessHandle> recorded() {
    var parts = read(file).map(String::strip).orElse("").split(" ", 2);
    if (parts.length != 2) return Optional.empty();
    try {
      var start = Instant.parse(parts[1]);
      return handle(parts[0])
          .filter(process ->
              Duration.between(start, startOf(process)).abs().compareTo(START_TIME_JITTER) <= 0);
    } catch (DateTimeException e) {
      return Optional.empty(); // not a file of ours: the program's own may know better
    }
  }

  /** Written by the program itself, for a server killed in the moment between start and record. */
  private static Optional<ProcessHandle> pidIn(Path pidFile) {
    return read(pidFile)
        .flatMap(text -> text.lines().findFirst())
        .flatMap(line -> handle(line.strip()));
  }

  private static Optional<ProcessHandle> handle(String pid) {
    if (!pid.matches("[0-9]{1,9}")) return Optional.empty();
    return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
  }

  private static boolean hasMark(ProcessHandle process, String mark) {
    var info = process.info();
    return info.arguments().map(List::of).orElse(List.of()).contains(mark)
        || info.commandLine().filter(line -> line.contains(mark)).isPresent();
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.ofNullable(DataDirectory.readIfThere(file));
    } catch (IOException e) {
      throw new UnusableFile("cannot read " + file, e);
    }
  }
}
