package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** An address that keeps bringing bad tokens is sent away; a good one still gets in. */
class ConnectLimitTest {
  private static final String SEPARATOR = "\u001e";

  /** An address of its own: the limit of the other tests' address is none of its business. */
  private final HttpClient client =
      HttpClient.newBuilder().localAddress(InetAddress.ofLiteral("127.0.0.99")).build();

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString()).body();
  }

  private static HttpRequest.Builder engine(String query) {
    return HttpRequest.newBuilder(
        URI.create(Servers.shared() + "/socket.io/?EIO=4&transport=polling" + query));
  }

  private URI session() throws IOException, InterruptedException {
    String open = send(engine(""));
    return engine("&sid=" + open.replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1")).build().uri();
  }

  private String join(String token, int times) throws IOException, InterruptedException {
    URI session = session();
    String connect = "40/game,{\"token\":\"" + token + "\"}";
    String payload = String.join(SEPARATOR, Collections.nCopies(times, connect));
    send(HttpRequest.newBuilder(session).POST(HttpRequest.BodyPublishers.ofString(payload)));
    var answers = new StringBuilder();
    while (answers.toString().split("4[04]/game,", -1).length <= times) {
      answers.append(SEPARATOR).append(send(HttpRequest.newBuilder(session)));
    }
    return answers.toString();
  }

  @Test
  void tooManyBadTokensAreRateLimitedAndAGoodOneIsNot() throws IOException, InterruptedException {
    String allowed = join("bad", 60);
    assertThat(allowed).contains("unauthenticated").doesNotContain("rate_limited");
    String over = join("bad", 1);
    assertThat(over).contains("44/game,").contains("\"rate_limited\"");
    assertThat(join(Person.guest().token(), 1)).contains("40/game,{\"sid\":");
  }
}
