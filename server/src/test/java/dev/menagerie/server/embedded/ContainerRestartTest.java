package dev.menagerie.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A container that is killed and started again on the same data: its process ids begin at 1 each
 * time, so that ids in files of the last run belong to other processes, or to the new ones.
 */
class ContainerRestartTest {
  private static final List<String> CONTAINER =
      List.of("unshare", "--pid", "--fork", "--kill-child", "--mount-proc");

  @TempDir Path directory;

  @BeforeAll
  static void needsNamespaces() throws Exception {
    var command = new ArrayList<>(CONTAINER);
    command.add("true");
    assumeTrue(
        Files.exists(Path.of("/proc/self/ns/pid"))
            && new ProcessBuilder(command).start().waitFor() == 0,
        "no PID namespaces for this user");
  }

  /** Each run has other ids in front, so that stale ids meet different processes. */
  @Test
  void everyStartAfterAKillSucceeds() throws Exception {
    for (int run = 0; run < 8; run++) {
      Process container = container(run % 4);
      assertThat(firstLine(container)).as("run %s: %s", run, postgresLog()).startsWith("ready");
      container.destroyForcibly().waitFor();
    }
  }

  /** The pid files name ids that certainly live in the container. */
  @Test
  void aPidFileThatNamesAnotherProcessIsStale() throws Exception {
    Process first = container(0);
    assertThat(firstLine(first)).startsWith("ready");
    first.destroyForcibly().waitFor();
    for (int id = 1; id < 12; id++) {
      Path file = directory.resolve("postgres/cluster/postmaster.pid");
      var lines = new ArrayList<>(Files.readAllLines(file));
      lines.set(0, Integer.toString(id));
      Files.write(file, lines);
      Process container = container(0);
      assertThat(firstLine(container)).as("id %s: %s", id, postgresLog()).startsWith("ready");
      container.destroyForcibly().waitFor();
    }
  }

  /** A container whose server was killed but not its stores cannot be seen from the next one. */
  @Test
  void storesThatStillRunInAnotherContainerAreNotJoinedByASecondPair() throws Exception {
    Process stores = container(0);
    assertThat(firstLine(stores)).startsWith("ready");
    try {
      // Takes the server's lock away, as if the server alone had been killed.
      Files.delete(directory.resolve("server.lock"));
      Process second = container(0);
      assertThat(firstLine(second))
          .startsWith("refused")
          .contains("perhaps in another container, still uses");
    } finally {
      stores.destroyForcibly().waitFor();
    }
  }

  private Process container(int processesBefore) throws Exception {
    String before = "true & ".repeat(processesBefore);
    return new ProcessBuilder(inContainer(before + "exec \"$@\"", child()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<String> inContainer(String script, List<String> command) {
    var whole = new ArrayList<>(CONTAINER);
    whole.addAll(List.of("/bin/sh", "-c", script, "sh"));
    whole.addAll(command);
    return whole;
  }

  private List<String> child() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m",
        "-XX:-UsePerfData", // its file in /tmp is named by the process id, too
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        ChildServer.class.getName(),
        directory.toString());
  }

  private static String firstLine(Process child) throws Exception {
    var output = new BufferedReader(child.inputReader(StandardCharsets.UTF_8));
    String line = output.readLine();
    return line == null ? "" : line;
  }

  private String postgresLog() throws Exception {
    Path log = directory.resolve("postgres/postgres.log");
    return Files.exists(log) ? Files.readString(log) : "no log";
  }
}
