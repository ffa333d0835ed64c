package dev.menagerie.server.postgres;

import dev.menagerie.testkit.ForeignProgram;
import dev.menagerie.testkit.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * A PgBouncer in transaction mode before a Postgres. Each transaction goes to the next of a few
 * sessions, so that whatever depends on one fails soon.
 */
public final class PlainPgBouncer implements AutoCloseable {
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

  private final Process process;
  private final PostgresAddress address;

  private PlainPgBouncer(Process process, PostgresAddress address) {
    this.process = process;
    this.address = address;
  }

  /** Starts the one of the system's packages. */
  public static PlainPgBouncer start(Path directory, PostgresAddress behind)
      throws IOException, InterruptedException {
    return start("pgbouncer", directory, behind);
  }

  /**
   * Starts this program and waits until it answers.
   *
   * @param behind the database, which has a port in its address
   */
  public static PlainPgBouncer start(String program, Path directory, PostgresAddress behind)
      throws IOException, InterruptedException {
    ForeignProgram.requires(program, "--version");
    int port = Ports.free();
    var users = directory.resolve("users.txt");
    Files.writeString(users, user(behind.owner()) + user(behind.application()));
    var behindPort = behind.jdbcUrl().replaceFirst("^.*:([0-9]+)/.*$", "$1");
    var settings =
        Files.writeString(
            directory.resolve("pgbouncer.ini"),
            """
            [databases]
            * = host=127.0.0.1 port=%s
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %s
            unix_socket_dir =
            auth_type = scram-sha-256
            auth_file = %s
            pool_mode = transaction
            default_pool_size = 5
            server_round_robin = 1
            ignore_startup_parameters = extra_float_digits
            """
                .formatted(behindPort, Integer.toString(port), users));
    var process =
        new ProcessBuilder(PlainPostgres.command(program, settings.toString()))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("pgbouncer.log").toFile())
            .start();
    var url = behind.jdbcUrl().replaceFirst(":" + behindPort + "/", ":" + port + "/");
    var bouncer =
        new PlainPgBouncer(process, new PostgresAddress(url, behind.application(), behind.owner()));
    Awaitility.await().atMost(STARTS_WITHIN).ignoreExceptions().until(bouncer::answers);
    return bouncer;
  }

  private static String user(PostgresAddress.Login login) {
    return "\"%s\" \"%s\"\n".formatted(login.user(), login.password());
  }

  private boolean answers() throws SQLException {
    return Pooler.isBefore(address);
  }

  /** The database, through this pooler. */
  public PostgresAddress address() {
    return address;
  }

  @Override
  public void close() {
    ForeignProgram.stop(process);
  }
}
