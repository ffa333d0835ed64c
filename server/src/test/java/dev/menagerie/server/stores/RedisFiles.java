package dev.menagerie.server.stores;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The append-only files of a Redis that a test takes moments away from.
 *
 * @param directory the one that Redis works in
 */
public record RedisFiles(Path directory) {
  /** Of an embedded Redis. */
  public static RedisFiles under(Path dataDirectory) {
    return new RedisFiles(dataDirectory.resolve("redis"));
  }

  /** Bytes written so far, to go back to by {@link #rollBack}. */
  public long written() throws IOException {
    return Files.size(current());
  }

  /** Rolls a stopped Redis back to when it had written this many bytes. */
  public void rollBack(long size) throws IOException {
    try (var file = FileChannel.open(current(), StandardOpenOption.WRITE)) {
      file.truncate(size);
    }
  }

  /** Deletes everything of a stopped Redis. */
  public void delete() throws IOException {
    try (var files = Files.walk(directory)) {
      var found = files.filter(file -> file.toString().contains(".aof")).toList();
      for (var file : found) if (Files.isRegularFile(file)) Files.delete(file);
    }
  }

  private Path current() throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(f -> f.toString().endsWith(".incr.aof")).findFirst().orElseThrow();
    }
  }
}
