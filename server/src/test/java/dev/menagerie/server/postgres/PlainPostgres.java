package dev.menagerie.server.postgres;

import dev.menagerie.testkit.ForeignProgram;
import dev.menagerie.testkit.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A Postgres of the system's packages, set up as its manual says; not the embedded one. */
public final class PlainPostgres implements AutoCloseable {
  /** Where Debian's packages put each version. */
  private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

  private static final String PASSWORD = "a-password-of-the-test";
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
  private static final int STOPS_WITHIN_SECONDS = 30;

  private final Process process;
  private final int port;

  private PlainPostgres(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * The folder of the programs: {@code -Dpostgres.programs=DIR}, or the newest of the system's
   * packages. Without one the test ends here: skipped, in CI failed.
   */
  public static Path programs() throws IOException, InterruptedException {
    var other = System.getProperty("postgres.programs");
    var programs = other == null ? newest() : Path.of(other);
    ForeignProgram.requires(programs.resolve("postgres").toString(), "--version");
    return programs;
  }

  private static Path newest() throws IOException {
    if (!Files.isDirectory(PACKAGES)) return PACKAGES;
    try (var versions = Files.list(PACKAGES)) {
      return versions
          .max(Comparator.comparingInt(version -> Integer.parseInt(name(version))))
          .orElse(PACKAGES)
          .resolve("bin");
    }
  }

  private static String name(Path version) {
    return version.getFileName().toString();
  }

  /** Makes an empty cluster, with a database and its owner in it, and waits until it answers. */
  public static PlainPostgres start(Path directory)
      throws IOException, InterruptedException, SQLException {
    var programs = programs();
    var cluster = directory.resolve("cluster");
    var password = Files.writeString(directory.resolve("password"), PASSWORD);
    ForeignProgram.run(
        directory,
        Map.of(),
        command(
            programs.resolve("initdb").toString(),
            "--pgdata=" + cluster,
            "--username=postgres",
            "--pwfile=" + password,
            "--auth=scram-sha-256"));
    int port = Ports.free();
    var process =
        new ProcessBuilder(
                command(
                    programs.resolve("postgres").toString(),
                    "-D",
                    cluster.toString(),
                    "-p",
                    Integer.toString(port),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories="))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("postgres.log").toFile())
            .start();
    var postgres = new PlainPostgres(process, port);
    Awaitility.await().atMost(STARTS_WITHIN).ignoreExceptions().until(postgres::answers);
    postgres.execute("create role menagerie login password '" + PASSWORD + "'");
    postgres.execute("create database menagerie owner menagerie");
    return postgres;
  }

  /** Postgres refuses to run as root; in a user namespace it is nobody. */
  private static List<String> command(String... program) {
    var command = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.addAll(List.of(program));
    return command;
  }

  private boolean answers() throws SQLException {
    execute("select 1");
    return true;
  }

  private void execute(String sql) throws SQLException {
    var url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    try (var connection = DriverManager.getConnection(url, "postgres", PASSWORD);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What {@code --postgres-url} takes: the database by its owner. */
  public String url() {
    return "postgresql://menagerie:" + PASSWORD + "@127.0.0.1:" + port + "/menagerie";
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
