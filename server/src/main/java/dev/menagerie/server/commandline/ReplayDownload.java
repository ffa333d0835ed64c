package dev.menagerie.server.commandline;

import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.replay.ReplayDocument;
import dev.menagerie.server.settings.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Reads the replay document of a public game from a running server, as a guest. */
final class ReplayDownload {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final HttpClient http;
  private final String origin;

  private ReplayDownload(HttpClient http, String origin) {
    this.http = http;
    this.origin = origin;
  }

  /**
   * @param origin such as {@code http://127.0.0.1:8080}
   * @throws CommandFailure if the server does not answer, refuses, or answers with something else
   * @throws InvalidJson if the response is no replay document
   */
  static ReplayDocument from(String origin, String game) {
    try (var http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      var download = new ReplayDownload(http, origin);
      var guest =
          download.json(
              download
                  .request("/auth/guest")
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{\"name\":\"Replay\"}")));
      var replay =
          download
              .request("/games/" + game + "/replay")
              .header("Authorization", "Bearer " + guest.path("access_token").asString(""));
      return Json.bind(download.json(replay), ReplayDocument.class);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(origin + path)).timeout(TIMEOUT);
  }

  private JsonNode json(HttpRequest.Builder builder) {
    var request = builder.build();
    var path = request.uri().getPath();
    try {
      var response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() >= 300) {
        throw CommandFailure.failed(path + " answers with status " + response.statusCode());
      }
      return Json.tree(response.body(), Limits.DOCUMENT);
    } catch (IOException e) {
      throw CommandFailure.failed("no server answers at " + origin);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("interrupted");
    }
  }
}
