package dev.menagerie.server.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The stores' programs for this machine, unpacked from the class path. */
final class Binaries {
  private static final String REDIS_VERSION = "7.0.15";
  private static final String EXECUTABLE = "rwxr-xr-x";
  private static final int EXECUTABLE_BY_OWNER = 0100;

  /** Only this user can write, whatever the umask. */
  private static final FileAttribute<?> DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));

  private final ProgramCache cache;
  private final String system;
  private final String postgresArchitecture;
  private final String redisArchitecture;

  private Binaries(ProgramCache cache, String system, String postgresArch, String redisArch) {
    this.cache = cache;
    this.system = system;
    this.postgresArchitecture = postgresArch;
    this.redisArchitecture = redisArch;
  }

  /**
   * The programs for this operating system and processor.
   *
   * @throws EmbeddedStoreFailed when there are none
   */
  static Binaries forThisMachine(DataDirectory data) {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    if (!arm && !arch.equals("amd64") && !arch.equals("x86_64")) throw noPrograms(name, arch);
    if (!name.contains("linux") && !name.contains("mac")) throw noPrograms(name, arch);
    return new Binaries(
        ProgramCache.of(data),
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
    var archive = resource("/postgres-" + system + "-" + postgresArchitecture + ".txz");
    return cache.unpacked("postgres", archive, Binaries::untar);
  }

  Path redisServer() {
    var program =
        resource("/redis-server-" + REDIS_VERSION + "-" + system + "-" + redisArchitecture);
    Path home =
        cache.unpacked("redis", program, (in, draft) -> copy(in, draft.resolve("redis-server")));
    return home.resolve("redis-server");
  }

  private URL resource(String name) {
    URL url = Binaries.class.getResource(name);
    if (url == null) throw noPrograms(system, redisArchitecture);
    return url;
  }

  private static void copy(InputStream in, Path program) throws IOException {
    Files.copy(in, program);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString(EXECUTABLE));
  }

  static void untar(InputStream in, Path draft) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = draft.resolve(entry.getName()).normalize();
        if (!target.startsWith(draft)) throw new IOException("entry outside of the archive");
        extract(tar, entry, target);
      }
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target, DIRECTORY);
      return;
    }
    Files.createDirectories(target.resolveSibling("."), DIRECTORY);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if ((entry.getMode() & EXECUTABLE_BY_OWNER) != 0) {
      copy(tar, target);
    } else {
      Files.copy(tar, target);
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
    }
  }
}
