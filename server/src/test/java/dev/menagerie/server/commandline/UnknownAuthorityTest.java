package dev.menagerie.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.testkit.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store whose certificate nobody here trusts: the server does not start, and says why. */
class UnknownAuthorityTest {
  /** What a Postgres client sends before TLS, and the answer that agrees. */
  private static final int SSL_REQUEST_BYTES = 8;

  @TempDir Path directory;
  private SSLContext tls;

  @BeforeEach
  void makeCertificate() throws Exception {
    tls = SSLContext.getInstance("TLS");
    tls.init(TestCertificate.create(directory, 2).ofServer().getKeyManagers(), null, null);
  }

  private interface Opening {
    void of(Socket socket) throws IOException;
  }

  /** Agrees to TLS with everyone. */
  private ServerSocket store(Opening opening) throws IOException {
    var server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(() -> {
      while (!server.isClosed()) {
        try (var plain = server.accept()) {
          opening.of(plain);
          var factory = tls.getSocketFactory();
          try (var socket = (SSLSocket) factory.createSocket(plain, "localhost", 0, true)) {
            socket.setUseClientMode(false);
            socket.startHandshake();
          }
        } catch (IOException refused) {
          // The client does not trust it, or the test is over.
        }
      }
    });
    return server;
  }

  private void refusedBecauseOfTheAuthority(String store, String redis, String postgres) {
    var result =
        Cli.run(
            "serve",
            "--port=0",
            "--data-dir=" + directory.resolve("data"),
            "--redis-url=" + redis,
            "--postgres-url=" + postgres);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("cannot reach " + store + ": its certificate is of an authority")
        .doesNotContain("\tat ");
  }

  @Test
  void redis() throws Exception {
    try (var redis = store(_ -> {})) {
      refusedBecauseOfTheAuthority(
          "redis",
          "rediss://localhost:" + redis.getLocalPort(),
          LocalServer.postgresUrl(Stores.postgres()));
    }
  }

  @Test
  void postgres() throws Exception {
    Opening agrees =
        socket -> {
          socket.getInputStream().readNBytes(SSL_REQUEST_BYTES);
          socket.getOutputStream().write('S');
        };
    try (var postgres = store(agrees)) {
      refusedBecauseOfTheAuthority(
          "postgres",
          Stores.redisUrl(),
          "postgresql://u:p@localhost:"
              + postgres.getLocalPort()
              + "/games?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
    }
  }
}
