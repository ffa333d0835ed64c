package dev.menagerie.bench.stores;

import dev.menagerie.server.embedded.EmbeddedStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The processes behind a commit, with the processor time of each. */
record Processes(EmbeddedStores stores, Path directory) {
  /** Processor time since each began, and what Redis has appended to its file. */
  record Used(Duration server, Duration redis, Duration postgres, long appended) {
    Used since(Used before) {
      return new Used(
          server.minus(before.server),
          redis.minus(before.redis),
          postgres.minus(before.postgres),
          appended - before.appended);
    }
  }

  Used now() {
    return new Used(
        cpu(Stream.of(ProcessHandle.current())),
        cpu(Stream.of(handle(EmbeddedStores.Kind.REDIS))),
        cpu(postgres()),
        appended());
  }

  /** The postmaster and its workers; a connection is a process of its own. */
  private Stream<ProcessHandle> postgres() {
    var postmaster = handle(EmbeddedStores.Kind.POSTGRES);
    return Stream.concat(Stream.of(postmaster), postmaster.descendants());
  }

  private ProcessHandle handle(EmbeddedStores.Kind kind) {
    return ProcessHandle.of(stores.store(kind).pid()).orElseThrow();
  }

  private static Duration cpu(Stream<ProcessHandle> processes) {
    return processes
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private long appended() {
    try (var files = Files.walk(directory.resolve("redis"))) {
      long bytes = 0;
      for (var file : files.filter(f -> f.toString().endsWith(".incr.aof")).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
