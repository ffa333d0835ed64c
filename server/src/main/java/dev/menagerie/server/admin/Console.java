package dev.menagerie.server.admin;

import dev.menagerie.server.http.ManagementServer;
import dev.menagerie.server.http.ManagementServer.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The operators' page. Its files are for everybody and hold nothing secret; what it shows and does
 * are the calls under {@code /admin}, with the token that the operator enters.
 *
 * @param origin where players reach the server, for links to replays
 */
public record Console(String origin) {
  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "console.css", "text/css; charset=utf-8",
          "console.js", "text/javascript; charset=utf-8",
          "developer.js", "text/javascript; charset=utf-8",
          "replay.js", "text/javascript; charset=utf-8",
          "timeline.js", "text/javascript; charset=utf-8");

  private static final String PATH = "/console";

  private record Me(String name, String role, String origin) {}

  /** Adds the page and its calls. */
  public void addTo(AdminCalls calls) {
    TYPES.forEach((name, type) -> add(calls.server(), name, type));
    calls.look(
        "/admin/me",
        call -> {
          var role = call.operator().role().name().toLowerCase(Locale.ROOT);
          return Response.json(200, new Me(call.operator().name(), role, origin));
        });
  }

  private static void add(ManagementServer server, String name, String type) {
    byte[] content = read("/console/" + name);
    server.file(PATH + "/" + name, type, content);
    if (name.equals("index.html")) server.file(PATH, type, content);
  }

  private static byte[] read(String resource) {
    try (var in = Console.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
