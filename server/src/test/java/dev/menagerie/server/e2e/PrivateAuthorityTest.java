package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.commandline.Cli;
import dev.menagerie.server.postgres.PlainPostgres;
import dev.menagerie.server.redis.PlainCluster;
import dev.menagerie.server.redis.PlainRedis;
import dev.menagerie.testkit.ForeignProgram;
import dev.menagerie.testkit.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both stores speak TLS with certificates of an authority of the operator's own. */
class PrivateAuthorityTest {
  private static final String REDIS = System.getProperty("redis.program", "redis-server");
  private static final List<String> NEW_KEY =
      List.of(
          "openssl",
          "req",
          "-x509",
          "-newkey",
          "ec",
          "-pkeyopt",
          "ec_paramgen_curve:prime256v1",
          "-nodes",
          "-days",
          "2");

  @TempDir static Path directory;
  private static Path authority;
  private static Path another;
  private static PlainRedis redis;
  private static PlainPostgres postgres;
  private static int redisTls;

  @BeforeAll
  static void start() throws Exception {
    ForeignProgram.requires("openssl", "version");
    ForeignProgram.requires(REDIS, "--version");
    authority = authority("authority");
    another = authority("another");
    openssl(
        "-subj=/CN=localhost",
        "-addext=subjectAltName=DNS:localhost,IP:127.0.0.1",
        "-addext=basicConstraints=critical,CA:FALSE",
        "-CA=" + authority,
        "-CAkey=" + directory.resolve("authority.key"),
        "-keyout=" + directory.resolve("store.key"),
        "-out=" + directory.resolve("store.pem"));
    redisTls = Ports.free();
    redis =
        PlainRedis.of(
            REDIS,
            Files.createDirectory(directory.resolve("redis")),
            Stream.concat(Stream.of("tls-port " + redisTls), certificates().stream())
                .toArray(String[]::new));
    postgres =
        PlainPostgres.start(
            PlainPostgres.programs(),
            Files.createDirectory(directory.resolve("postgres")),
            "ssl=on",
            "ssl_cert_file=" + directory.resolve("store.pem"),
            "ssl_key_file=" + directory.resolve("store.key"));
  }

  @AfterAll
  static void stop() {
    if (postgres != null) postgres.close();
    if (redis != null) redis.close();
  }

  /** The settings of a Redis that name them. */
  private static List<String> certificates() {
    return List.of(
        "tls-cert-file " + directory.resolve("store.pem"),
        "tls-key-file " + directory.resolve("store.key"),
        "tls-ca-cert-file " + authority,
        "tls-auth-clients no");
  }

  private static Path authority(String name) throws Exception {
    var certificate = directory.resolve(name + ".pem");
    openssl(
        "-subj=/CN=The " + name,
        "-keyout=" + directory.resolve(name + ".key"),
        "-out=" + certificate);
    return certificate;
  }

  /** Options as {@code -name=value}. */
  private static void openssl(String... options) throws Exception {
    var command = new ArrayList<>(NEW_KEY);
    for (var option : options) command.addAll(List.of(option.split("=", 2)));
    ForeignProgram.run(directory, Map.of(), command);
  }

  private static String redisUrl(Path trusted) {
    return "--redis-url=rediss://localhost:" + redisTls + "?sslrootcert=" + trusted;
  }

  private static String postgresUrl(Path trusted) {
    return "--postgres-url="
        + PlainPostgres.url("localhost:" + postgres.port())
        + "?sslmode=verify-full&sslrootcert="
        + trusted;
  }

  private static Cli.Result run(String command, String redisUrl, String postgresUrl) {
    return Cli.run(
        command, "--port=0", "--data-dir=" + directory.resolve("other"), redisUrl, postgresUrl);
  }

  @Test
  void aGameIsPlayedWhenTheAddressesNameIt() throws Exception {
    String[] stores = {redisUrl(authority), postgresUrl(authority)};
    try (var server = ServerProcess.start(directory.resolve("data"), stores);
        var duel = Duel.on(server.origin(), server.origin())) {
      duel.steps(4);
      duel.everyAnswerIsTheSameAgain();
    }
    var doctor = run("doctor", stores[0], stores[1]);
    assertThat(doctor.out())
        .contains("ok      Redis answers", "ok      Postgres ")
        .doesNotContain("error");
  }

  @Test
  void aGameIsPlayedOnARedisClusterOfIt() throws Exception {
    var own = Files.createDirectory(directory.resolve("cluster"));
    var data = directory.resolve("data-of-cluster");
    try (var cluster = PlainCluster.startWithTls(own, REDIS, certificates())) {
      var redisUrl = "--redis-url=" + cluster.urlWithTls() + "?sslrootcert=";
      try (var server = ServerProcess.start(data, redisUrl + authority, postgresUrl(authority));
          var duel = Duel.on(server.origin(), server.origin())) {
        duel.steps(4);
        duel.everyAnswerIsTheSameAgain();
      }
      isRefused(run("serve", redisUrl + another, postgresUrl(authority)), "redis");
    }
  }

  @Test
  void anotherAuthorityIsOneLine() {
    isRefused(run("serve", redisUrl(another), postgresUrl(authority)), "redis");
    isRefused(run("serve", redisUrl(authority), postgresUrl(another)), "postgres");
  }

  private static void isRefused(Cli.Result result, String store) {
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("cannot reach " + store + ": its certificate is of an authority that is not")
        .contains("sslrootcert=FILE")
        .hasLineCount(1);
  }

  @Test
  void aFileThatHoldsNoCertificateIsOneLine() throws Exception {
    var missing = directory.resolve("missing.pem");
    var result = run("serve", redisUrl(missing), postgresUrl(authority));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--redis-url: cannot read certificates from " + missing);
    var empty = Files.createFile(directory.resolve("empty.pem"));
    assertThat(run("serve", redisUrl(empty), postgresUrl(authority)).err())
        .contains("--redis-url: no certificate in " + empty);
    assertThat(run("serve", redisUrl(authority), postgresUrl(missing)).err())
        .contains("--postgres-url: cannot read certificates from " + missing)
        .hasLineCount(1);
  }
}
