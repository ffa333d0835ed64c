package dev.menagerie.server.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The stores' programs, unpacked from the class path once per user and version into the user's
 * cache directory, or under the data directory where there is no such thing.
 */
final class Binaries {
  private static final String REDIS_VERSION = "7.0.15";
  private static final String EXECUTABLE = "rwxr-xr-x";

  private final Path cache;
  private final String system;
  private final String postgresArchitecture;
  private final String redisArchitecture;

  private Binaries(Path cache, String system, String postgresArch, String redisArch) {
    this.cache = cache;
    this.system = system;
    this.postgresArchitecture = postgresArch;
    this.redisArchitecture = redisArch;
  }

  static Binaries forThisMachine(Path dataDirectory) {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    if (!arm && !arch.equals("amd64") && !arch.equals("x86_64")) throw noPrograms(name, arch);
    if (!name.contains("linux") && !name.contains("mac")) throw noPrograms(name, arch);
    return new Binaries(
        cacheDirectory(dataDirectory),
        name.contains("mac") ? "darwin" : "linux",
        arm ? "arm_64" : "x86_64",
        arm ? "arm64" : "amd64");
  }

  private static EmbeddedStoreFailed noPrograms(String system, String arch) {
    return new EmbeddedStoreFailed(
        "no embedded Postgres and Redis for "
            + system
            + " on "
            + arch
            + "; give --postgres-url and --redis-url");
  }

  /** The directory that holds {@code bin/postgres} and {@code bin/initdb}. */
  Path postgresHome() {
    String resource = "/postgres-" + system + "-" + postgresArchitecture + ".txz";
    return unpacked("postgres", resource, Binaries::untar);
  }

  Path redisServer() {
    String resource = "/redis-server-" + REDIS_VERSION + "-" + system + "-" + redisArchitecture;
    Path home =
        unpacked(
            "redis",
            resource,
            (in, draft) -> {
              Path program = draft.resolve("redis-server");
              Files.copy(in, program);
              Files.setPosixFilePermissions(program, PosixFilePermissions.fromString(EXECUTABLE));
            });
    return home.resolve("redis-server");
  }

  private interface Unpacking {
    void into(InputStream in, Path draft) throws IOException;
  }

  private Path unpacked(String name, String resource, Unpacking unpacking) {
    URL url = Binaries.class.getResource(resource);
    if (url == null) throw noPrograms(system, redisArchitecture);
    try {
      Path home = cache.resolve(name + "-" + fingerprint(url));
      if (Files.isDirectory(home)) return home;
      Path draft = Files.createTempDirectory(cache, name + "-draft-");
      try (var in = new BufferedInputStream(url.openStream())) {
        unpacking.into(in, draft);
      }
      publish(draft, home);
      return home;
    } catch (IOException e) {
      throw new UnusableFile("cannot unpack " + resource + " into " + cache, e);
    }
  }

  /** Two servers that unpack at once end with the same files, whoever is first. */
  private static void publish(Path draft, Path home) throws IOException {
    try {
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
      deleteTree(draft);
    } catch (java.nio.file.FileSystemException e) {
      deleteTree(draft);
      if (!Files.isDirectory(home)) throw e;
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

  private static Path cacheDirectory(Path dataDirectory) {
    Path cache = userCache();
    if (cache == null) cache = dataDirectory.resolve("programs");
    return PrivateFiles.directory(cache);
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
      return Files.isWritable(cache) ? cache : null;
    } catch (UnusableFile e) {
      return null; // a user without a home, as services often are
    }
  }

  private static void untar(InputStream in, Path draft) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = draft.resolve(entry.getName()).normalize();
        if (!target.startsWith(draft)) throw new IOException("entry outside of the archive");
        place(tar, entry, target);
      }
    }
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(EXECUTABLE));
    }
  }

  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) return;
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed)
              throws IOException {
            if (failed != null) throw failed;
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
