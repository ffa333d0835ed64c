package dev.menagerie.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a checkout whose build is planted, so that nothing has to be built. */
class LauncherTest {
  private static final Path SCRIPT = Path.of("..", "menagerie");

  @TempDir Path directory;

  private Path launcher;

  @BeforeEach
  void plant() throws IOException {
    var checkout = Files.createDirectory(directory.resolve("checkout"));
    launcher = Files.copy(SCRIPT, checkout.resolve("menagerie"));
    executable(launcher);
    var bin = Files.createDirectories(checkout.resolve("server/target/run-1/bin"));
    executable(Files.writeString(bin.resolve("menagerie"), "#!/bin/sh\necho \"run-1 $*\"\n"));
    Files.writeString(checkout.resolve("server/target/built"), "run-1\n");
  }

  private static void executable(Path program) throws IOException {
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void itRunsTheBuildOfItsCheckoutHoweverItIsReached() throws Exception {
    var elsewhere = Files.createDirectory(directory.resolve("bin"));
    var absolute = Files.createSymbolicLink(elsewhere.resolve("absolute"), launcher);
    var relative =
        Files.createSymbolicLink(
            elsewhere.resolve("relative"), Path.of("..", "checkout", "menagerie"));
    var linked = Files.createSymbolicLink(elsewhere.resolve("linked"), Path.of("relative"));

    for (var way : new Path[] {launcher, absolute, relative, linked}) {
      assertThat(said(elsewhere, way)).as("%s", way).isEqualTo("run-1 serve --port 0\n");
    }
    try (var beside = Files.list(elsewhere)) {
      assertThat(beside).containsExactlyInAnyOrder(absolute, relative, linked);
    }
  }

  private static String said(Path from, Path program) throws Exception {
    var process =
        new ProcessBuilder(program.toString(), "serve", "--port", "0")
            .directory(from.toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
