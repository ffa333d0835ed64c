package dev.menagerie.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Clients of a released version play with this one. */
class ReleasedMessagesTest {
  private static final Path ALL = Path.of("src/test/resources/released");
  private static final String FILE = "asyncapi.json";

  private static List<Path> releases() {
    try (var directories = Files.list(ALL)) {
      return directories.sorted().map(release -> release.resolve(FILE)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode read(Path file) throws IOException {
    return Json.read(Files.readAllBytes(file), ObjectNode.class);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyMemberThatWasReleasedIsThere(Path release) throws IOException {
    assertThat(SchemaChanges.between(read(release), AsyncApi.document("now"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void messagesOfItsClientsAreRead(Path release) throws IOException {
    var messages = read(release).get("components").get("messages");
    for (var event : ClientMessage.Event.values()) {
      var examples = messages.path(event.wireName()).path("examples");
      for (var example : examples) {
        assertThat(ClientMessage.read(event, example.get("payload"))).isNotNull();
      }
    }
    assertThat(messages.path(ClientMessage.Event.ACTION.wireName()).path("examples")).isNotEmpty();
  }

  @Test
  void aMemberThatIsGoneIsFound() {
    var now = AsyncApi.document("now");
    members(now, "game:state").remove("timestamp");
    assertThat(changes(now)).singleElement().asString().endsWith("timestamp is gone");
  }

  @Test
  void aMemberOfAnotherTypeIsFound() {
    var now = AsyncApi.document("now");
    ((ObjectNode) members(now, "game:state").get("event_id")).put("type", "string");
    assertThat(changes(now)).singleElement().asString().endsWith("event_id: type is another");
  }

  @Test
  void aMemberThatClientsMustNowSendIsFound() {
    var now = AsyncApi.document("now");
    ((ArrayNode) payload(now, "game:join").get("required")).add("sync");
    assertThat(changes(now)).singleElement().asString().contains("required lacks", "sync");
  }

  @Test
  void aMessageThatIsGoneIsFound() {
    var now = AsyncApi.document("now");
    ((ObjectNode) now.get("components").get("messages")).remove("game:chat");
    assertThat(changes(now)).isNotEmpty().allMatch(change -> change.endsWith("is gone"));
  }

  private static List<String> changes(JsonNode now) {
    return SchemaChanges.between(AsyncApi.document("before"), now);
  }

  private static ObjectNode payload(JsonNode document, String message) {
    return (ObjectNode) document.get("components").get("messages").get(message).get("payload");
  }

  private static ObjectNode members(JsonNode document, String message) {
    return (ObjectNode) payload(document, message).get("properties");
  }

  /** Writes the fixture of a version that is about to be released: docs/releasing.md. */
  @Test
  @EnabledIfSystemProperty(named = "release.write", matches = ".+")
  void write() throws IOException {
    var version = System.getProperty("release.write");
    var directory = Files.createDirectories(ALL.resolve(version));
    Files.write(directory.resolve(FILE), Json.bytes(AsyncApi.document(version)));
  }
}
