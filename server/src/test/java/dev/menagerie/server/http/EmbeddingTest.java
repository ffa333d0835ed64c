package dev.menagerie.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which pages may show which pages of the server in a frame. */
class EmbeddingTest {
  private static final byte[] INDEX = "<html></html>".getBytes(StandardCharsets.UTF_8);
  private static final HttpResponse PAGE = HttpResponse.of(200, "text/html; charset=utf-8", INDEX);

  private static Site site(String... origins) {
    return new Site(SiteFiles.of(Map.of("/index.html", INDEX))).embeddedBy(List.of(origins));
  }

  private static HttpResponse answer(Site site, String path) {
    return SecurityHeaders.on(PAGE, site.embedders(path));
  }

  private static Optional<String> policy(HttpResponse response) {
    return response.headers().first("Content-Security-Policy");
  }

  @Test
  void noPageMayBeShownInAFrameUnlessTheOperatorSaysSo() {
    var response = answer(site(), "/embed/replays/g1");

    assertThat(policy(response).orElse("")).endsWith("frame-ancestors 'none'");
    assertThat(response.headers().first("X-Frame-Options")).contains("DENY");
  }

  @Test
  void namedPagesMayShowReplaysAndNothingElse() {
    var site = site("https://blog.example.org", "https://fans.example.org");

    var replay = answer(site, "/embed/replays/g1");
    var table = answer(site, "/play/g1");

    assertThat(policy(replay).orElse(""))
        .endsWith("frame-ancestors https://blog.example.org https://fans.example.org");
    assertThat(replay.headers().first("X-Frame-Options")).isEmpty();
    assertThat(policy(table).orElse("")).endsWith("frame-ancestors 'none'");
    assertThat(table.headers().first("X-Frame-Options")).contains("DENY");
  }
}
