package dev.menagerie.server.e2e;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.testkit.ForeignProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The official JavaScript client in Node. */
final class JavaScript {
  private static final Path SOURCES = Path.of("src/test/js").toAbsolutePath();
  private static final Path WORK = Path.of("target/js-clients").toAbsolutePath();

  private JavaScript() {}

  /** Runs a script that must succeed; the answer is the JSON on the last line it prints. */
  static JsonNode run(String script, String... arguments) throws Exception {
    ForeignProgram.installNode(SOURCES, WORK);
    var command = new ArrayList<>(List.of("node", script));
    command.addAll(List.of(arguments));
    var said = ForeignProgram.run(WORK, Map.of(), command);
    var last = said.strip().lines().reduce("", (_, line) -> line);
    return Json.tree(last.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
  }

  /** Runs a client of the documentation as its reader would; returns its output. */
  static String documented(Path client, String url) throws Exception {
    ForeignProgram.installNode(SOURCES, WORK);
    var name = client.getFileName().toString();
    Files.copy(client, WORK.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    return ForeignProgram.run(WORK, Map.of(), List.of("node", name, url));
  }
}
