package dev.menagerie.server.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory of programs unpacked from the class path. A program runs only if its files belong to
 * this user or root, no other user may write them, and their content is unchanged; otherwise it is
 * unpacked again.
 *
 * @param directory private to this user
 */
record ProgramCache(Path directory) {
  private static final Logger LOG = LoggerFactory.getLogger(ProgramCache.class);

  /** Lists every file of a program with the hash of its content. */
  private static final String MANIFEST = "files.sha256";

  private static final int WRITABLE_BY_OTHERS = 002;
  private static final int WRITABLE_BY_GROUP = 020;
  private static final int STICKY = 01000;

  /** The user's cache directory, or one under the data directory where that cannot be used. */
  static ProgramCache of(DataDirectory data) {
    Path user = sharedByUser(data) ? userCache() : null;
    return new ProgramCache(user == null ? data.directory("programs") : user);
  }

  /** Stores that run as another user than this server cannot read the server's own cache. */
  private static boolean sharedByUser(DataDirectory data) {
    return !SystemUsers.isRoot() || SystemUsers.ownerOf(data.root()) == SystemUsers.ROOT;
  }

  private static @Nullable Path userCache() {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path base =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(configured);
    Path cache = base.toAbsolutePath().resolve("menagerie");
    try {
      PrivateFiles.directory(cache);
      if (!Files.isWritable(cache) || !isTrusted(cache)) return null;
      for (var above = cache.getParent(); above != null; above = above.getParent()) {
        if (!isTrustedAbove(above)) {
          LOG.warn("{} is not used for programs: others may replace what is in it", cache);
          return null;
        }
      }
      return cache;
    } catch (UnusableFile e) {
      return null; // a user without a home, as services often are
    }
  }

  /** Whether only this user and root can change the file. */
  private static boolean isTrusted(Path file) {
    boolean link = Files.isSymbolicLink(file);
    return isOurs(file)
        && (link || (SystemUsers.modeOf(file) & (WRITABLE_BY_GROUP | WRITABLE_BY_OTHERS)) == 0);
  }

  private static boolean isTrustedAbove(Path directory) {
    int mode = SystemUsers.modeOf(directory);
    return isOurs(directory) && ((mode & WRITABLE_BY_OTHERS) == 0 || (mode & STICKY) != 0);
  }

  private static boolean isOurs(Path file) {
    int owner = SystemUsers.ownerOf(file);
    return owner == SystemUsers.ROOT || owner == SystemUsers.current() || owner == dataOwner(file);
  }

  /** As root, files under the data directory belong to its owner. */
  private static int dataOwner(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return SystemUsers.isRoot() && parent != null
        ? SystemUsers.ownerOf(parent)
        : SystemUsers.current();
  }

  /** Writes a program's files into an empty directory. */
  @FunctionalInterface
  interface Unpacking {
    void into(InputStream archive, Path draft) throws IOException;
  }

  /**
   * The directory with a program's files, checked; unpacked where there is none or a bad one.
   *
   * @throws UnusableFile when it cannot be unpacked
   */
  Path unpacked(String name, URL resource, Unpacking unpacking) {
    try {
      Path home = directory.resolve(name + "-" + fingerprint(resource));
      if (Files.isDirectory(home)) {
        if (isIntact(home)) return home;
        LOG.warn("{} has been changed and is unpacked again", home);
        Path spoiled = Files.createTempDirectory(directory, name + "-spoiled-");
        Files.move(home, spoiled.resolve("files"), StandardCopyOption.ATOMIC_MOVE);
        FileTrees.delete(spoiled);
      }
      Path draft = Files.createTempDirectory(directory, name + "-draft-");
      try (var archive = new BufferedInputStream(resource.openStream())) {
        unpacking.into(archive, draft);
      }
      PrivateFiles.write(draft.resolve(MANIFEST), String.join("\n", manifest(draft)) + "\n");
      giveToOwner(draft);
      publish(draft, home);
      return home;
    } catch (IOException e) {
      throw new UnusableFile("cannot unpack " + name + " into " + directory, e);
    }
  }

  private static void giveToOwner(Path draft) throws IOException {
    if (!SystemUsers.isRoot()) return;
    try (var all = Files.walk(draft)) {
      for (var path : all.toList()) SystemUsers.inheritOwner(path);
    }
  }

  /** Two servers that unpack at the same time end with the same files. */
  private static void publish(Path draft, Path home) throws IOException {
    try {
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      FileTrees.delete(draft);
      if (!Files.isDirectory(home)) throw e;
    }
  }

  /** Whether owner, mode and content of every file are as they have to be. */
  private static boolean isIntact(Path home) {
    Path manifest = home.resolve(MANIFEST);
    try {
      if (!Files.isRegularFile(manifest)) return false;
      try (var all = Files.walk(home)) {
        if (!all.allMatch(ProgramCache::isTrusted)) return false;
      }
      return Files.readAllLines(manifest).equals(manifest(home));
    } catch (IOException | UncheckedIOException | UnusableFile e) {
      return false;
    }
  }

  /** One line for each file: its hash, or where a link leads, and its path. */
  private static List<String> manifest(Path home) throws IOException {
    var files = new ArrayList<>(FileTrees.files(home));
    files.remove(home.resolve(MANIFEST));
    try {
      return files.parallelStream().map(file -> line(home, file)).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String line(Path home, Path file) {
    try {
      String content =
          Files.isSymbolicLink(file)
              ? "link:" + Files.readSymbolicLink(file)
              : HexFormat.of().formatHex(Hashes.sha256(file));
      return content + "  " + home.relativize(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes with the content: a new version of the artifact is unpacked beside the old one. */
  private static String fingerprint(URL url) throws IOException {
    var connection = url.openConnection();
    if (connection instanceof JarURLConnection jar) {
      return Long.toHexString(jar.getJarEntry().getCrc()) + "-" + jar.getJarEntry().getSize();
    }
    return Long.toHexString(connection.getContentLengthLong());
  }
}
