package dev.menagerie.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.menagerie.server.embedded.EmbeddedStores.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root in a data directory of another user that has no entry in /etc/passwd. */
class StoreUserTest {
  private static final int NAMELESS = 54_321;

  @TempDir Path directory;

  @Test
  void storesRunAsTheOwnerOfTheDirectory() throws Exception {
    assumeTrue(SystemUsers.isRoot(), "only root can give a directory away");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    Path home = Files.createDirectory(directory.resolve("data"));
    Files.setAttribute(home, "unix:uid", NAMELESS);
    Files.setAttribute(home, "unix:gid", NAMELESS);
    for (int start = 0; start < 2; start++) {
      try (var data = DataDirectory.lock(home);
          var stores = EmbeddedStores.start(data)) {
        for (var kind : Kind.values()) {
          var process = Path.of("/proc", Long.toString(stores.store(kind).pid()));
          assertThat(SystemUsers.ownerOf(process)).isEqualTo(NAMELESS);
        }
        var address = stores.postgres();
        try (var connection =
            DriverManager.getConnection(
                address.jdbcUrl(), address.owner().user(), address.owner().password())) {
          assertThat(connection.isValid(5)).isTrue();
        }
      }
    }
    try (var files = Files.walk(home)) {
      assertThat(files.filter(file -> SystemUsers.ownerOf(file) != NAMELESS))
          .allMatch(file -> file.endsWith("server.lock"));
    }
  }
}
