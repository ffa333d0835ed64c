package dev.menagerie.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.codec.SnakeCase;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.EventView;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every message has an example, and record and example are the same in both directions. */
class ExamplesTest {
  private static final List<String> ENVELOPE =
      List.of("type", "message_id", "timestamp", "game_id", "event_id", "epoch");

  private static final Map<String, Class<? extends Reply>> REPLIES =
      Map.of(
          "acted", Reply.Acted.class,
          "acted_delta", Reply.ActedDelta.class,
          "replayed", Reply.Replayed.class,
          "joined", Reply.Joined.class,
          "done", Reply.Done.class,
          "alive", Reply.Alive.class,
          "refused", Reply.Refused.class);

  static Stream<String> replies() {
    return REPLIES.keySet().stream().sorted();
  }

  static Stream<String> actions() {
    return Stream.concat(names(Action.class), Stream.of("attach_energy-zone"));
  }

  static Stream<String> events() {
    return names(EventView.class);
  }

  private static Stream<String> names(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .map(member -> SnakeCase.of(member.getSimpleName()));
  }

  @ParameterizedTest
  @EnumSource
  void clientMessages(ClientMessage.Event event) {
    var example = Examples.client(event);

    var message = ClientMessage.read(event, example);

    assertThat(message).isInstanceOf(event.message());
    assertThat(Json.toTree(message)).isEqualTo(example);
  }

  @ParameterizedTest
  @EnumSource
  void unknownMembersAreRefusedWithTheirPath(ClientMessage.Event event) {
    var example = (ObjectNode) Examples.client(event).deepCopy();
    example.put("surprise", 1);

    assertThatThrownBy(() -> ClientMessage.read(event, example))
        .isInstanceOf(InvalidJson.class)
        .hasMessageContaining("$.surprise");
  }

  @ParameterizedTest
  @EnumSource
  void anotherTypeThanTheEventsIsRefused(ClientMessage.Event event) {
    var example = (ObjectNode) Examples.client(event).deepCopy();
    example.put("type", "game:other");

    assertThatThrownBy(() -> ClientMessage.read(event, example))
        .isInstanceOf(InvalidJson.class)
        .hasMessageContaining("$.type");
  }

  @Test
  void problemsOfAnActionAreNamedByPath() {
    var example = (ObjectNode) Examples.client(ClientMessage.Event.ACTION).deepCopy();
    ((ObjectNode) example.get("action")).put("attack_index", "first");

    assertThatThrownBy(() -> ClientMessage.read(ClientMessage.Event.ACTION, example))
        .isInstanceOf(InvalidJson.class)
        .hasMessageContaining("$.action.attack_index");
  }

  @ParameterizedTest
  @EnumSource
  void serverMessages(ServerMessage.Event event) {
    var example = Examples.server(event);
    var members = (ObjectNode) example.deepCopy();
    members.remove(ENVELOPE);

    var message = Json.bind(members, event.message());
    var encoded = Json.tree(envelope(example).encode(message), Limits.DOCUMENT);

    assertThat(message.event()).isEqualTo(event.wireName());
    assertThat(encoded).isEqualTo(example);
    assertThat(encoded.propertyNames().iterator().next()).isEqualTo("type");
  }

  @ParameterizedTest
  @EnumSource
  void lobbyServerMessages(LobbyMessage.Event event) {
    var example = Examples.lobby(event);
    var members = (ObjectNode) example.deepCopy();
    members.remove(ENVELOPE);

    var message = Json.bind(members, event.message());
    var encoded = Json.tree(envelope(example).encode(message), Limits.DOCUMENT);

    assertThat(message.event()).isEqualTo(event.wireName());
    assertThat(encoded).isEqualTo(example);
  }

  private static Envelope envelope(JsonNode example) {
    var game =
        Optional.ofNullable(example.get("game_id"))
            .map(id ->
                new Envelope.GameRef(
                    id.asString(), example.get("event_id").asLong(), example.get("epoch").asInt()));
    return new Envelope(
        example.get("message_id").asString(),
        Instant.parse(example.get("timestamp").asString()),
        game);
  }

  @ParameterizedTest
  @MethodSource("replies")
  void acknowledgements(String name) {
    var example = Examples.reply(name);

    assertThat(Json.toTree(Json.bind(example, Objects.requireNonNull(REPLIES.get(name)))))
        .isEqualTo(example);
  }

  @ParameterizedTest
  @MethodSource("actions")
  void everyAction(String name) {
    var example = Examples.action(name);

    assertThat(Json.toTree(Json.bind(example, Action.class))).isEqualTo(example);
    assertThat(name).startsWith(example.get("type").asString());
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyEvent(String name) {
    var example = Examples.event(name);

    assertThat(Json.toTree(Json.bind(example, EventView.class))).isEqualTo(example);
    assertThat(example.get("type").asString()).isEqualTo(name);
  }

  @Test
  void everyEventInAMessageIsOne() {
    for (var event : ServerMessage.Event.values()) {
      var events = Examples.server(event).get("events");
      if (events != null) assertThat(Json.bindList(events, EventView.class)).isNotEmpty();
    }
  }

  @Test
  void theStateOfTheExampleIsAState() {
    var state = Examples.server(ServerMessage.Event.STATE).get("state");

    assertThat(Json.bind(state, WireState.class).legalActions()).isNotEmpty();
  }
}
