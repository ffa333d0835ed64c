package dev.menagerie.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.postgres.PostgresAddress;
import dev.menagerie.server.redis.PlainRedis;
import dev.menagerie.server.settings.ServeOptions;
import dev.menagerie.testkit.Ports;
import dev.menagerie.testkit.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `menagerie doctor` finds planted faults and says what to do about each. */
class DoctorTest {
  @TempDir Path directory;

  @Test
  void aHealthyPlaceHasNoFindings() {
    var result =
        Cli.run(
            "doctor",
            "--port=0",
            "--data-dir=" + directory.resolve("data"),
            "--redis-url=" + Stores.redisUrl(),
            "--postgres-url=" + LocalServer.postgresUrl(Stores.postgres()));
    assertThat(result.exitCode()).as("%s", result.out()).isZero();
    assertThat(result.out()).contains("ok      Redis answers").doesNotContain("error");
  }

  @Test
  void plantedFaultsAreFound() throws Exception {
    Path keys = Files.writeString(directory.resolve("jwt"), "k".repeat(48));
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));
    Path data = Files.createDirectory(directory.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    var address = Stores.emptyDatabase();
    plant(
        address,
        "alter database " + name(address) + " set synchronous_commit = off",
        "alter database " + name(address) + " set default_transaction_read_only = on");
    try (var redis = PlainRedis.start(directory, "maxmemory-policy allkeys-lru");
        var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      var result =
          Cli.run(
              "doctor",
              "--port=" + taken.getLocalPort(),
              "--data-dir=" + data,
              "--jwt-secret-file=" + keys,
              "--public-url=http://play.example.org",
              "--redis-url=" + redis.url(),
              "--postgres-url=" + LocalServer.postgresUrl(address));
      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.out())
          .contains("may be read by others; run: chmod 600")
          .contains("others may read " + data)
          .contains("Address already in use")
          .contains("--public-url is not https")
          .contains("Redis keeps no append-only file")
          .contains("maxmemory-policy allkeys-lru")
          .contains("synchronous_commit = off")
          .contains("Postgres is read-only");
      assertThat(result.out().lines().filter(line -> line.startsWith("error")).toList())
          .hasSizeGreaterThanOrEqualTo(6);
      assertThat(result.out().lines().filter(line -> line.contains("-> ")).toList())
          .hasSizeGreaterThanOrEqualTo(8);
    }
  }

  @Test
  void storesThatCannotBeReachedAreNamedWithTheReason() {
    var address = Stores.postgres();
    var wrong =
        new PostgresAddress(
            address.jdbcUrl(),
            address.application(),
            new PostgresAddress.Login(address.owner().user(), "wrong"));
    var result =
        Cli.run(
            "doctor",
            "--port=0",
            "--data-dir=" + directory,
            "--redis-url=redis://127.0.0.1:" + Ports.free(),
            "--postgres-url=" + LocalServer.postgresUrl(wrong));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("Redis cannot be reached: ")
        .contains("Connection refused")
        .contains("password authentication failed");
  }

  @Test
  void certificatesThatEndSoonOrAreNotTrustedAreFound() throws Exception {
    var certificate = TestCertificate.create(directory, 5);
    var file = directory.resolve("cert.pem");
    certificate.writeCertificate(file);
    var findings = new Findings();
    try (var server = handshakes(certificate)) {
      var result =
          Cli.run(
              "doctor",
              "--port=0",
              "--data-dir=" + directory.resolve("data"),
              "--tls-cert=" + file,
              "--tls-key=" + file,
              "--public-url=https://localhost:" + server.getLocalPort());
      assertThat(result.out())
          .contains("the TLS certificate in " + file + " ends in 4 days")
          .contains("https://localhost:" + server.getLocalPort() + " ends in 4 days")
          .contains("clients do not trust the TLS certificate of https://localhost");
      var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(10));
      new CertificateExamination(later).inFile(file, findings);
    }
    assertThat(findings.all())
        .singleElement()
        .satisfies(finding -> assertThat(finding.text()).contains("has ended 5 days ago"));
  }

  @Test
  void aProxyThatIsNotTrustedIsFound() throws Exception {
    try (var server = handshakes(TestCertificate.create(directory, 300))) {
      var result =
          Cli.run(
              "doctor",
              "--port=0",
              "--data-dir=" + directory.resolve("data"),
              "--public-url=https://localhost:" + server.getLocalPort());
      assertThat(result.out())
          .contains("a proxy is in front, and it is not trusted")
          .contains("is good for 299 days");
    }
  }

  @Test
  void aClockThatIsWrongIsFoundAtBothStores() {
    var options = new ServeOptions();
    options.dataDir = directory;
    options.redisUrl = Stores.redisUrl();
    options.postgresUrl = LocalServer.postgresUrl(Stores.postgres());
    var findings = new Findings();
    new StoresExamination(options, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)))
        .examine(findings);
    var said = findings.all().stream().map(Findings.Finding::text).toList();
    assertThat(said).anySatisfy(text -> assertThat(text).contains("Redis's clock differs by -"));
    assertThat(said).anySatisfy(text -> assertThat(text).contains("Postgres's clock differs by -"));
  }

  @Test
  void aFullDiskIsFound() {
    var findings = new Findings();
    MachineExamination.disk(directory, 100L << 20, findings);
    MachineExamination.disk(directory, 1L << 30, findings);
    MachineExamination.disk(directory, 10L << 30, findings);
    assertThat(findings.all())
        .extracting(Findings.Finding::level)
        .containsExactly(Findings.Level.ERROR, Findings.Level.WARNING, Findings.Level.OK);
  }

  @Test
  void fewOpenFilesAreFound() throws Exception {
    var doctor =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -n 1000; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Menagerie.class.getName(),
                "doctor",
                "--port=0",
                "--data-dir=" + directory.resolve("data"))
            .redirectErrorStream(true);
    var process = doctor.start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("this process may open 1000 files")
        .contains("-> raise it: LimitNOFILE=65536");
    assertThat(process.waitFor()).isZero();
  }

  /** A server that only shakes hands with whoever comes, until it is closed. */
  private static SSLServerSocket handshakes(TestCertificate certificate) throws Exception {
    var context = SSLContext.getInstance("TLS");
    context.init(certificate.ofServer().getKeyManagers(), null, null);
    var server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 0, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(() -> {
      while (!server.isClosed()) {
        try (var socket = (SSLSocket) server.accept()) {
          socket.startHandshake();
        } catch (IOException refused) {
          // The client did not trust it, or the test is over.
        }
      }
    });
    return server;
  }

  private static String name(PostgresAddress address) {
    return address.jdbcUrl().substring(address.jdbcUrl().lastIndexOf('/') + 1);
  }

  private static void plant(PostgresAddress address, String... statements) throws Exception {
    try (var connection =
            DriverManager.getConnection(
                address.jdbcUrl(), address.owner().user(), address.owner().password());
        var statement = connection.createStatement()) {
      for (var each : statements) statement.execute(each);
    }
  }
}
