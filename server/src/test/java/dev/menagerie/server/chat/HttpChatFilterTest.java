package dev.menagerie.server.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.chat.ChatFilter.ChatDraft;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A filter whose server closes connections that the client wants to use again. */
class HttpChatFilterTest {
  private static final String PASSED = "HTTP/1.1 204 No Content\r\nConnection: keep-alive\r\n\r\n";

  private final AtomicInteger connections = new AtomicInteger();

  /** Answers the first question of a connection, and hangs up at the second. */
  private void answerOnce(Socket socket) {
    try (socket;
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      readQuestion(in);
      socket.getOutputStream().write(PASSED.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      in.readLine();
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private static void readQuestion(BufferedReader in) throws IOException {
    int length = 0;
    for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.startsWith("Content-Length: ")) length = Integer.parseInt(line.substring(16));
    }
    for (int i = 0; i < length; i++) in.read();
  }

  @Test
  void aConnectionThatTheServerHasClosedCostsNoMessage() throws Exception {
    try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var filter =
            new HttpChatFilter(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"))) {
      Thread.startVirtualThread(() -> {
        while (!server.isClosed()) {
          try {
            var socket = server.accept();
            connections.incrementAndGet();
            Thread.startVirtualThread(() -> answerOnce(socket));
          } catch (IOException closed) {
            return;
          }
        }
      });
      var draft = new ChatDraft(GameId.fresh(), new UserId("u1"), "Ada", new ChatText("good game"));

      for (int i = 0; i < 3; i++)
        assertThat(filter.judge(draft)).contains(new ChatText("good game"));

      assertThat(connections).hasValue(3);
    }
  }
}
