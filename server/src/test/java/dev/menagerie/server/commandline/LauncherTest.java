package dev.menagerie.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a checkout whose build is planted, so that nothing has to be built. */
class LauncherTest {
  private static final Path SCRIPT = Path.of("..", "menagerie");

  @TempDir Path directory;

  private Path checkout;
  private Path launcher;

  @BeforeEach
  void plant() throws IOException {
    checkout = Files.createDirectory(directory.resolve("checkout"));
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

  /** Each start builds, since a source is newer than every build. */
  @Test
  void aNewBuildKeepsTheFoldersThatProcessesRunFrom() throws Exception {
    plantSources();
    var first = start("serve");
    var run = first.inputReader().readLine();
    var second = start("demo");
    var demo = second.inputReader().readLine();
    try {
      for (int i = 0; i < 3; i++) build();
      assertThat(runs()).hasSize(4).contains(run, demo);

      kill(first);
      build();
      assertThat(runs()).hasSize(3).doesNotContain(run).contains(demo);
    } finally {
      kill(first);
      kill(second);
    }
    build();
    assertThat(runs()).hasSize(2).doesNotContain(demo);
  }

  /** A checkout that needs no Maven, and a Java that says its build and waits. */
  private void plantSources() throws IOException {
    executable(Files.writeString(checkout.resolve("mvnw"), "#!/bin/sh\n"));
    Files.delete(checkout.resolve("server/target/built"));
    var dist = Files.createDirectories(checkout.resolve("server/src/dist"));
    Files.writeString(
        dist.resolve("collect.sh"),
        """
        #!/bin/sh
        mkdir -p "$1/lib"
        cp -R "$(dirname "$0")/bin" "$1/bin"
        printf '%s\\n' "${1##*/}" | tee "$1/lib/classpath" >"$1/lib/clients-classpath"
        """);
    executable(dist.resolve("collect.sh"));
    var bin = Files.createDirectory(dist.resolve("bin"));
    executable(Files.copy(Path.of("src", "dist", "bin", "menagerie"), bin.resolve("menagerie")));
    var java = Files.createDirectories(directory.resolve("jdk/bin"));
    Files.writeString(directory.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
    executable(Files.writeString(java.resolve("javac"), "#!/bin/sh\n"));
    executable(
        Files.writeString(
            java.resolve("java"),
            """
            #!/bin/sh
            case " $* " in
              *" version "*) exit 0 ;;
              *run-*) run=${*##*/run-}; echo "run-${run%% *}"; exec sleep 600 ;;
            esac
            """));
    var source = Files.writeString(checkout.resolve("pom.xml"), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plus(Duration.ofHours(1))));
  }

  private Process start(String command) throws IOException {
    var start = new ProcessBuilder(launcher.toString(), command).redirectErrorStream(false);
    start.redirectError(ProcessBuilder.Redirect.INHERIT);
    start.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
    return start.start();
  }

  private void build() throws Exception {
    var process = start("version");
    assertThat(process.waitFor()).isZero();
  }

  /** With no chance to tidy up. */
  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private List<String> runs() throws IOException {
    try (var files = Files.list(checkout.resolve("server/target"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("run-"))
          .toList();
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
