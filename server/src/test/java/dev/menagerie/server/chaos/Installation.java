package dev.menagerie.server.chaos;

import dev.menagerie.server.Stores;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.e2e.Build;
import dev.menagerie.server.e2e.ServerProcess;
import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.EmbeddedStore;
import dev.menagerie.server.embedded.EmbeddedStores;
import dev.menagerie.server.embedded.EmbeddedStores.Kind;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.stores.RedisFiles;
import dev.menagerie.server.stores.Rigged;
import dev.menagerie.testkit.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Two servers, a Redis and a Postgres, each a process, with a network between that can fail. */
final class Installation implements AutoCloseable {
  private final Path directory;
  private final DataDirectory data;
  private final EmbeddedStores stores;
  private final Database database;
  private final List<Node> nodes;

  /** A server and its own ways to the stores. */
  record Node(String name, ServerProcess process, Rigged redis, Rigged postgres) {}

  private Installation(Path directory, Build build) throws IOException {
    this.directory = directory;
    data = DataDirectory.lock(directory.resolve("stores"));
    stores = Stores.own(data);
    database = Database.open(stores.postgres());
    var keys = KeyFile.in(directory);
    nodes = List.of(node("left", build, keys), node("right", build, keys));
  }

  static Installation in(Path directory) throws IOException {
    return of(Build.current(), directory);
  }

  /** Both servers run this build. */
  static Installation of(Build build, Path directory) throws IOException {
    return new Installation(directory, build);
  }

  private Node node(String name, Build build, Path keys) {
    var toRedis = new Rigged(redis().port());
    var toPostgres = new Rigged(postgres().port());
    var process =
        ServerProcess.start(
            build,
            directory.resolve(name),
            "--redis-url",
            stores.redisUrl().replaceFirst(":\\d+$", ":" + toRedis.port()),
            "--postgres-url",
            LocalServer.postgresUrl(stores.postgres())
                .replaceFirst(":\\d+/", ":" + toPostgres.port() + "/"),
            "--jwt-secret-file",
            keys.toString(),
            "--management-port",
            "0",
            "--token-minutes",
            "600",
            "--guests-per-minute",
            "100000",
            "--games-per-minute",
            "100000",
            "--games-per-user",
            "1000");
    return new Node(name, process, toRedis, toPostgres);
  }

  List<Node> nodes() {
    return nodes;
  }

  /** Past the failing network: what the auditor reads is what is there. */
  Database database() {
    return database;
  }

  EmbeddedStore redis() {
    return stores.store(Kind.REDIS);
  }

  EmbeddedStore postgres() {
    return stores.store(Kind.POSTGRES);
  }

  RedisFiles redisFiles() {
    return RedisFiles.under(directory.resolve("stores"));
  }

  /** Past the failing network. */
  RedisData redisData() {
    return new RedisData(stores.redisUrl());
  }

  /** Keeps what the servers have said since their last start, for whoever reads the report. */
  void keepLogs(Path where) throws IOException {
    Files.createDirectories(where);
    for (var node : nodes) Files.write(where.resolve(node.name() + ".log"), node.process().said());
  }

  @Override
  public void close() {
    for (var node : nodes) {
      node.process().close();
      node.redis().close();
      node.postgres().close();
    }
    database.close();
    stores.close();
    data.close();
  }
}
