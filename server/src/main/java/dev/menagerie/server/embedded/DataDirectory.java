package dev.menagerie.server.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The directory a server keeps everything in, held by one living server at a time: a file lock that
 * the operating system drops with the process, however it ends.
 */
public final class DataDirectory implements AutoCloseable {
  /**
   * POSIX drops all of a process's locks on a file when it closes any channel to it, so a second
   * server in the same process must be refused before it opens the file.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path root;
  private final FileChannel lock;

  private DataDirectory(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /** Creates the directory (mode 700) where it is missing, and keeps it locked until closed. */
  public static DataDirectory lock(Path directory) {
    try {
      Path root = PrivateFiles.newDirectory(directory.toAbsolutePath()).toRealPath();
      if (!HELD_HERE.add(root)) throw new DataDirectoryInUse(root, " in this process");
      try {
        return new DataDirectory(root, lockFile(root));
      } catch (RuntimeException | IOException e) {
        HELD_HERE.remove(root);
        throw e;
      }
    } catch (IOException e) {
      throw new UnusableFile("cannot use data directory " + directory, e);
    }
  }

  private static FileChannel lockFile(Path root) throws IOException {
    Path pidFile = root.resolve("server.pid");
    var channel =
        FileChannel.open(
            root.resolve("server.lock"),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    if (channel.tryLock() == null) {
      channel.close();
      String pid = readIfThere(pidFile);
      throw new DataDirectoryInUse(root, pid == null ? "" : " (process " + pid.strip() + ")");
    }
    PrivateFiles.write(pidFile, ProcessHandle.current().pid() + "\n");
    return channel;
  }

  static @Nullable String readIfThere(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : null;
  }

  /** The directory itself, absolute and without links. */
  public Path root() {
    return root;
  }

  /** A private directory inside, created when missing. */
  public Path directory(String name) {
    return PrivateFiles.directory(root.resolve(name));
  }

  /**
   * A random secret (256 bit, URL-safe text) kept under this name; made when first asked for, the
   * same ever after.
   */
  public String secret(String name) {
    return PrivateFiles.secret(directory("secrets").resolve(name));
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(root.resolve("server.pid"));
      lock.close();
    } catch (IOException e) {
      throw new UnusableFile("cannot release data directory " + root, e);
    } finally {
      HELD_HERE.remove(root);
    }
  }
}
