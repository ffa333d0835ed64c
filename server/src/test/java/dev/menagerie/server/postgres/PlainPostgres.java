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
import org.awaitility.Awaitility;

/** A Postgres that is set up as its manual says; not the embedded one. */
public final class PlainPostgres implements AutoCloseable {
  /** Where Debian's packages put each version. */
  private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

  private static final String CLUSTER = "cluster";
  private static final String PASSWORD = "a-password-of-the-test";
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

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

  /** Starts the one of the system's packages. */
  public static PlainPostgres start(Path directory)
      throws IOException, InterruptedException, SQLException {
    return start(programs(), directory);
  }

  /**
   * Makes an empty cluster, with a database and its owner in it, and waits until it answers.
   *
   * @param programs the folder of {@code postgres} and {@code initdb}
   * @param settings such as {@code ssl=on}
   */
  public static PlainPostgres start(Path programs, Path directory, String... settings)
      throws IOException, InterruptedException, SQLException {
    var password = Files.writeString(directory.resolve("password"), PASSWORD);
    ForeignProgram.run(
        directory,
        Map.of(),
        command(
            programs.resolve("initdb").toString(),
            "--pgdata=" + directory.resolve(CLUSTER),
            "--username=postgres",
            "--pwfile=" + password,
            "--auth=scram-sha-256"));
    var postgres = run(programs, directory, settings);
    postgres.execute("create role menagerie login password '" + PASSWORD + "'");
    postgres.execute("create database menagerie owner menagerie");
    return postgres;
  }

  /** Starts a standby that follows this Postgres and takes no writes until it is promoted. */
  public PlainPostgres standby(Path programs, Path directory)
      throws IOException, InterruptedException {
    ForeignProgram.run(
        directory,
        Map.of("PGPASSWORD", PASSWORD),
        command(
            programs.resolve("pg_basebackup").toString(),
            "--host=127.0.0.1",
            "--port=" + port,
            "--username=postgres",
            "--checkpoint=fast",
            "--write-recovery-conf",
            "--pgdata=" + directory.resolve(CLUSTER)));
    return run(programs, directory);
  }

  private static PlainPostgres run(Path programs, Path directory, String... settings)
      throws IOException {
    int port = Ports.free();
    var command =
        command(
            programs.resolve("postgres").toString(),
            "-D",
            directory.resolve(CLUSTER).toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=");
    for (var setting : settings) command.addAll(List.of("-c", setting));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("postgres.log").toFile())
            .start();
    var postgres = new PlainPostgres(process, port);
    Awaitility.await().atMost(STARTS_WITHIN).ignoreExceptions().until(postgres::answers);
    return postgres;
  }

  /** Postgres refuses to run as root; in a user namespace it is nobody. */
  static List<String> command(String... program) {
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

  /** Runs a statement as the superuser. */
  public void execute(String sql) throws SQLException {
    var url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    try (var connection = DriverManager.getConnection(url, "postgres", PASSWORD);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What {@code --postgres-url} takes: the database by its owner. */
  public String url() {
    return url("127.0.0.1:" + port);
  }

  /** The same database by other hosts, or by several. */
  public static String url(String hosts) {
    return "postgresql://menagerie:" + PASSWORD + "@" + hosts + "/menagerie";
  }

  public int port() {
    return port;
  }

  /** As kill -9 of all its processes does. */
  public void kill() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    ForeignProgram.stop(process);
  }
}
