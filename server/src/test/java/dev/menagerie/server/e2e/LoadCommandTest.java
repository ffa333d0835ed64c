package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.clients.Clients;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** `menagerie load` as an operator runs it: one JSON object, and a page. */
class LoadCommandTest {
  @TempDir Path directory;

  private JsonNode load(Path page, String... options) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Clients.class.getName(),
                "load",
                "--url=" + Servers.shared(),
                "--games=2",
                "--seconds=3",
                "--warm-up=0",
                "--rules=pocket",
                "--json",
                "--report=" + page));
    command.addAll(List.of(options));
    var out = directory.resolve("out.json");
    var err = directory.resolve("err.txt");
    int code =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    assertThat(code).as("%s", Files.readString(err)).isZero();
    assertThat(Files.readString(out)).hasLineCount(1);
    return Json.tree(Files.readAllBytes(out), Limits.DOCUMENT);
  }

  @Test
  void aLoadWithoutARateIsOneReport() throws Exception {
    var page = directory.resolve("page.html");

    var report = load(page);

    assertThat(report.path("actions").asLong()).isPositive();
    assertThat(report.path("sockets").asInt()).isEqualTo(4);
    assertThat(report.path("acknowledged").path("p50").asDouble()).isPositive();
    assertThat(Files.readString(page)).contains("<table", "</html>");
  }

  @Test
  void aLoadWithARateIsAListOfSteps() throws Exception {
    var page = directory.resolve("page.html");

    var report = load(page, "--rate=20", "--p99-limit=60000");

    assertThat(report.path("steps")).hasSize(1);
    assertThat(report.path("steps").get(0).path("due_per_second").asDouble()).isEqualTo(20);
    assertThat(Files.readString(page)).contains("<svg", "<td>20<td>");
  }
}
