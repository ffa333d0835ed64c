package dev.menagerie.server.embedded;

import dev.menagerie.server.postgres.PostgresAddress;
import dev.menagerie.server.postgres.PostgresAddress.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A real Postgres on loopback that has every commit on disk before it answers. */
final class EmbeddedPostgres implements EmbeddedStore {
  private static final String MAJOR_VERSION = "18";

  /** Enough to get past accidents; one that fails more often has a lasting reason. */
  private static final int START_ATTEMPTS = 5;

  /**
   * Recovery after a crash replays at most a few checkpoints; minutes mean that something hangs.
   */
  private static final Polling READY = Polling.forSeconds(120);

  /** Fast shutdown first, which ends sessions; then the one that recovers at the next start. */
  private static final List<String> SIGNALS = List.of("INT", "QUIT");

  private final Path programs;
  private final Path home;
  private final Path cluster;
  private final PostgresSecrets secrets;
  private final List<String> asOrdinaryUser;
  private final StoreProcess process;
  private int port;

  EmbeddedPostgres(DataDirectory data, Binaries binaries) {
    this.programs = binaries.postgresHome().resolve("bin");
    this.home = data.directory("postgres");
    this.cluster = home.resolve("cluster");
    this.secrets = PostgresSecrets.in(data);
    this.asOrdinaryUser = ordinaryUser(data);
    this.process =
        new StoreProcess(
            "Postgres", home.resolve("postgres.process"), home.resolve("postgres.log"));
  }

  /** Postgres refuses the superuser; in a user namespace of its own it is nobody. */
  private static List<String> ordinaryUser(DataDirectory data) {
    if (!Programs.runsAsRoot(data.root())) return List.of();
    try {
      Programs.run(List.of("unshare", "--user", "true"));
    } catch (EmbeddedStoreFailed e) {
      throw new EmbeddedStoreFailed(
          "Postgres does not run as root, and this machine has no user namespaces"
              + " (unshare --user failed); run the server as an ordinary user or give --postgres-url",
          e);
    }
    return List.of("unshare", "--user");
  }

  /** Where the application finds it: its own role, and the one that may change the schema. */
  PostgresAddress address() {
    return new PostgresAddress(
        jdbcUrl(),
        new Login(PostgresSecrets.APPLICATION, secrets.application()),
        new Login(PostgresSecrets.OWNER, secrets.owner()));
  }

  private String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresSecrets.DATABASE;
  }

  @Override
  public void start() {
    stopOrphan();
    createCluster();
    for (int attempt = 1; !startOn(port == 0 ? Programs.freePort() : port); attempt++) {
      String tail = process.logTail();
      if (attempt == START_ATTEMPTS || !mayPass(tail)) {
        throw new EmbeddedStoreFailed(
            "Postgres ended at its start; " + home.resolve("postgres.log") + ":\n" + tail);
      }
    }
    try {
      new PostgresSetup(port, secrets).run();
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
  }

  void stopOrphan() {
    process.stopOrphan(cluster.toString(), cluster.resolve("postmaster.pid"), SIGNALS);
  }

  /** A port that was taken meanwhile, or the last children of a killed server still ending. */
  private static boolean mayPass(String tail) {
    return tail.contains("Address already in use") || tail.contains("shared memory block");
  }

  /** Built aside and moved into place whole: a crash in between leaves nothing half made. */
  private void createCluster() {
    try {
      if (Files.exists(cluster)) {
        requireVersion();
        return;
      }
      Path draft = home.resolve("cluster.draft");
      Binaries.deleteTree(draft);
      Path passwordFile = home.resolve("superuser.draft");
      PrivateFiles.write(passwordFile, secrets.superuser() + "\n");
      var command = new ArrayList<>(asOrdinaryUser);
      command.addAll(
          List.of(
              programs.resolve("initdb").toString(),
              "--pgdata=" + draft,
              "--username=" + PostgresSecrets.SUPERUSER,
              "--pwfile=" + passwordFile,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--locale=C.UTF-8",
              "--data-checksums",
              "--no-instructions"));
      try {
        Programs.run(command);
      } finally {
        Files.deleteIfExists(passwordFile);
      }
      Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new EmbeddedStoreFailed("cannot create the Postgres cluster in " + home, e);
    }
  }

  private void requireVersion() throws IOException {
    String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
    if (!version.equals(MAJOR_VERSION)) {
      throw new EmbeddedStoreFailed(
          cluster + " was written by Postgres " + version + ", this is " + MAJOR_VERSION);
    }
  }

  private boolean startOn(int candidate) {
    PrivateFiles.write(cluster.resolve("postgresql.conf"), configuration(candidate));
    PrivateFiles.write(cluster.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    var command = new ArrayList<>(asOrdinaryUser);
    command.addAll(List.of(programs.resolve("postgres").toString(), "-D", cluster.toString()));
    process.launch(command);
    if (!READY.until(() -> !process.isAlive() || acceptsConnections())) {
      process.stop(SIGNALS);
      throw new EmbeddedStoreFailed("Postgres did not get ready in time:\n" + process.logTail());
    }
    if (!process.isAlive()) return false;
    port = candidate;
    return true;
  }

  private static String configuration(int candidate) {
    return """
    listen_addresses = '127.0.0.1'
    port = %d
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
        .formatted(candidate);
  }

  /** The eighth line of its pid file is the server's own word for it; the first says whose. */
  private boolean acceptsConnections() {
    try {
      String text = DataDirectory.readIfThere(cluster.resolve("postmaster.pid"));
      if (text == null) return false;
      var lines = text.lines().toList();
      return lines.size() >= 8
          && lines.getFirst().strip().equals(Long.toString(pid()))
          && lines.get(7).strip().equals("ready");
    } catch (IOException e) {
      return false; // removed while we read it: it is shutting down
    }
  }

  @Override
  public void stop() {
    process.stop(SIGNALS);
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public boolean isRunning() {
    return process.isAlive();
  }

  @Override
  public String toString() {
    return "Postgres";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public long pid() {
    return process.handle().orElseThrow().pid();
  }
}
