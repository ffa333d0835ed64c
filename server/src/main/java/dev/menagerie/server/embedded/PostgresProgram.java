package dev.menagerie.server.embedded;

import dev.menagerie.server.postgres.PostgresAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A Postgres on loopback that has every commit on disk before it answers. */
final class PostgresProgram implements StoreProgram {
  private static final String MAJOR_VERSION = "18";

  private final Path programs;
  private final Path home;
  private final Path cluster;
  private final PostgresSecrets secrets;
  private final StoreUser user;

  PostgresProgram(DataDirectory data, Binaries binaries, StoreUser user) {
    this.programs = binaries.postgresHome().resolve("bin");
    this.home = data.directory("postgres");
    this.cluster = home.resolve("cluster");
    this.secrets = PostgresSecrets.in(data);
    this.user = user;
  }

  /** The application's role, and the one that may change the schema. */
  PostgresAddress address(int port) {
    return secrets.address(port);
  }

  @Override
  public String name() {
    return "Postgres";
  }

  @Override
  public Path home() {
    return home;
  }

  @Override
  public Path pidFile() {
    return cluster.resolve("postmaster.pid");
  }

  @Override
  public String mark() {
    return cluster.toString();
  }

  /** Fast shutdown first, which ends sessions; then the one that recovers at the next start. */
  @Override
  public List<String> stopSignals() {
    return List.of("INT", "QUIT");
  }

  /** The cluster is built aside and moved into place: a crash in between leaves no half of one. */
  @Override
  public void prepare() {
    try {
      if (Files.exists(cluster)) {
        requireVersion();
        return;
      }
      Path draft = home.resolve("cluster.draft");
      Path password = home.resolve("superuser.draft");
      PrivateFiles.write(password, secrets.superuser() + "\n");
      try {
        createCluster(draft, password);
      } finally {
        Files.deleteIfExists(password);
      }
      Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new EmbeddedStoreFailed("cannot create the Postgres cluster in " + home, e);
    }
  }

  /** initdb refuses a user that has no name in the system; a prefix can give it one. */
  private void createCluster(Path draft, Path password) throws IOException {
    try {
      initdb(user.postgresPrefix(), draft, password);
    } catch (EmbeddedStoreFailed failed) {
      if (!String.valueOf(failed.getMessage()).contains("could not look up effective user ID")) {
        throw failed;
      }
      for (var prefix : user.namedPrefixes(home.resolve("passwd"))) {
        try {
          initdb(prefix, draft, password);
          return;
        } catch (EmbeddedStoreFailed alsoFailed) {
          failed.addSuppressed(alsoFailed);
        }
      }
      throw new EmbeddedStoreFailed(
          "Postgres cannot create its files for a user that has no entry in /etc/passwd; add an"
              + " entry, install libnss-wrapper, or give --postgres-url",
          failed);
    }
  }

  private void initdb(List<String> prefix, Path draft, Path password) throws IOException {
    FileTrees.delete(draft);
    var command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            programs.resolve("initdb").toString(),
            "--pgdata=" + draft,
            "--username=" + PostgresSecrets.SUPERUSER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--locale=C.UTF-8",
            "--data-checksums",
            "--no-instructions"));
    ProgramRunner.run(command);
  }

  private void requireVersion() throws IOException {
    String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
    if (!version.equals(MAJOR_VERSION)) {
      throw new EmbeddedStoreFailed(
          cluster + " was written by Postgres " + version + ", this is " + MAJOR_VERSION);
    }
  }

  @Override
  public List<String> configure(int port) {
    PrivateFiles.write(cluster.resolve("postgresql.conf"), configuration(port));
    PrivateFiles.write(cluster.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    var command = new ArrayList<>(user.postgresPrefix());
    command.addAll(List.of(programs.resolve("postgres").toString(), "-D", cluster.toString()));
    return command;
  }

  private static String configuration(int port) {
    return """
    listen_addresses = '127.0.0.1'
    port = %s
    unix_socket_directories = ''
    max_connections = 60
    shared_buffers = 64MB
    password_encryption = 'scram-sha-256'
    fsync = on
    synchronous_commit = on
    full_page_writes = on
    max_wal_size = 512MB
    timezone = 'UTC'
    log_timezone = 'UTC'
    log_min_error_statement = panic
    """
        .formatted(Integer.toString(port));
  }

  @Override
  public Readiness ask(int port, StoreProcess process) {
    try (var superuser = secrets.connect(port, "postgres");
        var statement = superuser.createStatement();
        var row = statement.executeQuery("show data_directory")) {
      boolean own = row.next() && Path.of(row.getString(1)).equals(cluster);
      return own ? Readiness.READY : Readiness.FOREIGN;
    } catch (SQLException e) {
      boolean refused = String.valueOf(e.getSQLState()).startsWith("28");
      return refused ? Readiness.FOREIGN : Readiness.NOT_YET;
    }
  }

  @Override
  public void afterStart(int port) {
    new PostgresSetup(port, secrets).run();
  }

  /**
   * Another process has taken the port, or the last processes of a killed server are still ending.
   */
  @Override
  public boolean isWorthRepeating(String logTail) {
    return logTail.contains("Address already in use") || logTail.contains("shared memory block");
  }
}
