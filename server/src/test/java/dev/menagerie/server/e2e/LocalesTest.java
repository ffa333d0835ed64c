package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Machines whose users read other digits than 0 to 9. */
class LocalesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"fa,IR", "ar,EG", "ne,NP"})
  void aServerStartsWithItsStoresAndSignsPeopleIn(String language, String country)
      throws Exception {
    var server =
        ServerProcess.launch(
            Build.current(
                List.of(), List.of("-Duser.language=" + language, "-Duser.country=" + country)),
            directory);
    try (server) {
      server.awaitReady();
      var account = "{\"name\":\"Reader\",\"password\":\"correct horse battery\"}";
      assertThat(post(server, "/auth/register", account)).isEqualTo(201);
      assertThat(post(server, "/auth/login", account)).isEqualTo(200);
    }
  }

  private static int post(ServerProcess server, String path, String body) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(server.origin() + path))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
