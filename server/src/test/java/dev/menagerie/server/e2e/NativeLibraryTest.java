package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.embedded.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose directory of temporary files may not hold programs, as hardened machines have. */
class NativeLibraryTest {
  @TempDir Path directory;

  @Test
  void withoutNativeLibrariesItPlaysOverNioAndSaysSoInOneLine() throws Exception {
    var temporary = Files.createDirectory(directory.resolve("tmp"));
    var wrapper =
        List.of(
            "unshare",
            "--user",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            "mount -t tmpfs -o noexec none '" + temporary + "' && exec \"$0\" \"$@\"");
    assumeTrue(runs(wrapper), "no mount namespaces for this user");
    try (var data = DataDirectory.lock(directory.resolve("stores"));
        var stores = Stores.own(data);
        var server =
            ServerProcess.launch(
                Build.current(wrapper, List.of("-Djava.io.tmpdir=" + temporary)),
                directory.resolve("data"),
                "--redis-url",
                stores.redisUrl(),
                "--postgres-url",
                LocalServer.postgresUrl(stores.postgres()))) {
      server.awaitReady();
      try (var duel = Duel.on(server.origin(), server.origin())) {
        duel.steps(4);
      }
      assertThat(server.said()).filteredOn(line -> line.contains("sockets use NIO")).hasSize(1);
      assertThat(String.join("\n", server.said()))
          .doesNotContain("UnsatisfiedLinkError:")
          .doesNotContainPattern("sockets use NIO[^\n]*\n\\s+at ");
    }
  }

  private static boolean runs(List<String> wrapper) throws Exception {
    var command = new ArrayList<>(wrapper);
    command.add("true");
    return new ProcessBuilder(command).start().waitFor() == 0;
  }
}
