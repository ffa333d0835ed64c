package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.testkit.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/admin-api.md has every call of the management address, with its role and an example. */
class AdminApiDocsTest {
  private static final Pattern ROW =
      Pattern.compile("\\| `(GET|POST) ([^`]+)` \\| (\\w+) \\| [^|]+ \\| `([^`]+)`.* \\|");

  private record Documented(String method, String path, String role, String example) {
    String call() {
      return method + " " + path + " " + role;
    }

    /** The template as an expression that its example has to match. */
    boolean hasExampleOfItsForm() {
      return example.matches(path.replaceAll("\\{\\w+}", "[^/?]+") + "(\\?.*)?");
    }
  }

  private static List<Documented> documented() throws Exception {
    return ROW.matcher(Files.readString(Path.of("../docs/admin-api.md")))
        .results()
        .map(row -> new Documented(row.group(1), row.group(2), row.group(3), row.group(4)))
        .toList();
  }

  @Test
  void everyCallIsThereWithItsRoleAndAnExampleThatWorks(@TempDir Path directory) throws Exception {
    int port = Ports.free();
    var tokens = Operator.tokens(directory);
    var documented = documented();
    try (var _ = Servers.another(s -> s.managementPort(port).managementTokens(tokens));
        var client = HttpClient.newHttpClient()) {
      var calls = Json.tree(get(client, port, "/admin/calls").body(), Limits.DOCUMENT);
      assertThat(documented)
          .extracting(Documented::call)
          .containsExactlyInAnyOrderElementsOf(
              calls
                  .path("items")
                  .valueStream()
                  .map(one ->
                      one.path("method").asString()
                          + " "
                          + one.path("path").asString()
                          + " "
                          + one.path("role").asString().toLowerCase(Locale.ROOT))
                  .toList());
      assertThat(documented).allMatch(Documented::hasExampleOfItsForm);
      for (var one : documented) {
        if (one.method().equals("POST") || one.path().contains("{")) continue;
        assertThat(get(client, port, one.example()).statusCode()).as(one.example()).isEqualTo(200);
      }
    }
  }

  private static HttpResponse<byte[]> get(HttpClient client, int port, String path)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + Operator.OPERATOR_TOKEN)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }
}
