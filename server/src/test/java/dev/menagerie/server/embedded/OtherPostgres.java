package dev.menagerie.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** The programs of other versions of Postgres than the embedded one, for Linux on x86-64. */
public final class OtherPostgres {
  private static final String ARCHIVE = "postgres-linux-x86_64.txz";

  private OtherPostgres() {}

  /**
   * Unpacks a version that {@code -Plong} has brought, and names the folder of its programs. On
   * another kind of machine the test ends here.
   *
   * @param version the major version
   * @param into an empty folder
   */
  public static Path programs(int version, Path into) throws IOException {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "a program for Linux");
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "a program for x86-64");
    var jar = Path.of("target", "other-stores", "postgres-" + version + ".jar");
    assertThat(jar).as("brought by -Plong").exists();
    try (var zip = new ZipFile(jar.toFile());
        var archive = zip.getInputStream(zip.getEntry(ARCHIVE))) {
      Binaries.untar(archive, Files.createDirectories(into).toRealPath());
    }
    return into.toRealPath().resolve("bin");
  }
}
