package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.socketio.ProtocolServer;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.http.HttpHandler;
import dev.menagerie.socketio.http.HttpResponse;
import dev.menagerie.socketio.netty.NettySettings;
import dev.menagerie.socketio.netty.TlsFiles;
import dev.menagerie.testkit.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate in files: served to the JDK's client, and replaced while the server runs. */
class TlsFilesTest {
  @TempDir private Path directory;
  private Path certificate;
  private Path key;

  @BeforeEach
  void first() {
    certificate = directory.resolve("cert.pem");
    key = directory.resolve("key.pem");
  }

  /** A new certificate for localhost in the files; returns a client that trusts it alone. */
  private HttpClient issue() throws Exception {
    var issued = TestCertificate.create(directory, 1);
    issued.writeCertificate(certificate);
    issued.writeKey(key);
    return HttpClient.newBuilder().sslContext(issued.trusting()).build();
  }

  private static int status(HttpClient client, SocketIoServer server) throws Exception {
    var uri = URI.create("https://localhost:" + server.port() + "/hello");
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).statusCode();
  }

  private static RawHttp raw(HttpClient client, SocketIoServer server) throws IOException {
    return new RawHttp(
        client
            .sslContext()
            .getSocketFactory()
            .createSocket(InetAddress.getLoopbackAddress(), server.port()));
  }

  @Test
  void theJdksClientSpeaksHttpAndWebSocketAndSeesTheNewCertificate() throws Exception {
    try (HttpClient old = issue()) {
      var files = TlsFiles.read(certificate, key);
      var server =
          SocketIoServer.builder()
              .netty(NettySettings.on("127.0.0.1", 0).withTls(files))
              .http(
                  HttpHandler.readingThenBlocking(
                      0, request -> HttpResponse.of(request.secure() ? 200 : 500)))
              .build();
      ProtocolServer.echo(server.main());
      try (var running = server.start()) {
        assertThat(status(old, running)).isEqualTo(200);
        assertThat(firstMessage(old, running)).startsWith("0{\"sid\"");
        assertThat(files.reloadIfChanged()).isFalse();

        try (var kept = raw(old, running);
            HttpClient renewed = issue();
            HttpClient another = HttpClient.newBuilder().sslContext(old.sslContext()).build()) {
          assertThat(kept.get("/hello").status()).isEqualTo(200);
          assertThat(files.reloadIfChanged()).isTrue();
          assertThat(status(renewed, running)).isEqualTo(200);
          assertThat(firstMessage(renewed, running)).startsWith("0{\"sid\"");
          assertThat(kept.get("/hello").status()).isEqualTo(200);
          assertThatThrownBy(() -> status(another, running))
              .isInstanceOf(SSLHandshakeException.class);

          Files.writeString(key, "half a file");
          assertThat(files.reloadIfChanged()).isFalse();
          assertThat(status(renewed, running)).isEqualTo(200);
        }
      }
    }
  }

  private static String firstMessage(HttpClient client, SocketIoServer server) throws Exception {
    var first = new CompletableFuture<String>();
    var uri =
        URI.create("wss://localhost:" + server.port() + "/socket.io/?EIO=4&transport=websocket");
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(
                uri,
                new WebSocket.Listener() {
                  @Override
                  public CompletionStage<?> onText(
                      WebSocket from, CharSequence data, boolean last) {
                    first.complete(data.toString());
                    return CompletableFuture.completedStage(null);
                  }
                })
            .get(10, TimeUnit.SECONDS);
    try {
      return first.get(10, TimeUnit.SECONDS);
    } finally {
      socket.abort();
    }
  }

  @Test
  void filesThatCannotBeUsedAreNamedWithoutTheirContent() throws Exception {
    try (HttpClient _ = issue()) {
      Files.writeString(key, "secret nonsense");
      assertThatThrownBy(() -> TlsFiles.read(certificate, key))
          .isInstanceOf(IOException.class)
          .hasMessageNotContaining("secret");
      assertThatThrownBy(() -> TlsFiles.read(certificate, directory.resolve("missing")))
          .isInstanceOf(IOException.class);
    }
  }
}
