package dev.menagerie.server.attack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.protocol.ClientMessage.Event;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.server.e2e.Person;
import dev.menagerie.server.e2e.Player;
import dev.menagerie.server.e2e.Servers;
import dev.menagerie.server.e2e.Table;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every event a client may send, sent by every kind of stranger to a game. */
class SocketAccessTest {
  /** Users who do not play in the game. */
  enum Stranger {
    TO_A_PUBLIC_GAME,
    WATCHING_A_PUBLIC_GAME,
    TO_A_PRIVATE_GAME,
    TO_NO_GAME,
    PLAYING_IN_ANOTHER_GAME
  }

  private static final ErrorCode NO_SUCH = ErrorCode.GAME_NOT_FOUND;
  private static final ErrorCode NOT_IN_IT = ErrorCode.NOT_PARTICIPANT;

  /** The refusal of an event, by who sends it; absent: it is taken. */
  private static final Map<Event, Map<Stranger, ErrorCode>> REFUSED =
      Map.of(
          Event.JOIN, ofGame(Map.of()),
          Event.ACTION, ofGame(Map.of()),
          Event.RESIGN, ofGame(Map.of()),
          Event.EMOTE, ofGame(Map.of()),
          Event.CHAT, ofGame(Map.of()),
          Event.SPECTATE, Map.of(Stranger.TO_A_PRIVATE_GAME, NO_SUCH, Stranger.TO_NO_GAME, NO_SUCH),
          Event.LEAVE, Map.of(),
          Event.HEARTBEAT, Map.of(),
          Event.REFRESH, Map.of());

  private static Map<Stranger, ErrorCode> ofGame(Map<Stranger, ErrorCode> other) {
    var all = new EnumMap<Stranger, ErrorCode>(Stranger.class);
    for (var stranger : Stranger.values()) all.put(stranger, NOT_IN_IT);
    all.put(Stranger.TO_A_PRIVATE_GAME, NO_SUCH);
    all.put(Stranger.TO_NO_GAME, NO_SUCH);
    all.putAll(other);
    return all;
  }

  private static Table open;
  private static String closed;

  @BeforeAll
  static void sitDown() {
    open = Table.by("pocket");
    closed =
        Table.open(
            Map.of("deck_id", "pocket-embers", "rules_config", "pocket", "spectators", "private"),
            List.of(Person.guest(), Person.guest()));
  }

  @AfterAll
  static void getUp() {
    open.close();
  }

  @Test
  void theMatrixHasEveryEvent() {
    assertThat(REFUSED.keySet()).containsExactlyInAnyOrder(Event.values());
  }

  private static String game(Stranger stranger) {
    return switch (stranger) {
      case TO_A_PUBLIC_GAME, WATCHING_A_PUBLIC_GAME, PLAYING_IN_ANOTHER_GAME -> open.game();
      case TO_A_PRIVATE_GAME -> closed;
      case TO_NO_GAME -> "g" + "x".repeat(closed.length() - 1);
    };
  }

  private static Map<String, Object> message(Event event, Person person, String game) {
    var message = new HashMap<String, Object>();
    message.put("message_id", Player.messageId());
    switch (event) {
      case HEARTBEAT -> {}
      case REFRESH -> message.put("token", person.token());
      case ACTION -> {
        message.put("game_id", game);
        message.put("action", open.legal());
      }
      case EMOTE -> {
        message.put("game_id", game);
        message.put("emote", "hello");
      }
      case CHAT -> {
        message.put("game_id", game);
        message.put("text", "hello");
      }
      case JOIN, SPECTATE, RESIGN, LEAVE -> message.put("game_id", game);
    }
    return message;
  }

  @ParameterizedTest
  @EnumSource
  void everyEventIsAnsweredAsItsSenderMay(Stranger stranger) {
    long before = open.state(0).path("event_id").asLong();
    var person = Person.guest();
    try (var own =
            stranger == Stranger.PLAYING_IN_ANOTHER_GAME
                ? Table.created(
                    Map.of("deck_id", Table.deck("pocket", 0), "rules_config", "pocket"),
                    List.of(person, Person.guest()))
                : null;
        var player = own == null ? Player.connect(person) : own.player(0)) {
      if (stranger == Stranger.WATCHING_A_PUBLIC_GAME) {
        assertThat(
                player.ask("game:spectate", Map.of("game_id", open.game())).path("ok").asBoolean())
            .isTrue();
      }
      for (var event : Event.values()) {
        var message = message(event, person, game(stranger));
        var refusal = Optional.ofNullable(requireNonNull(REFUSED.get(event)).get(stranger));
        if (refusal.isPresent()) {
          player.refused(refusal.get().wireName(), event.wireName(), message);
        } else {
          var reply = player.ask(event.wireName(), message);
          assertThat(reply.path("ok").asBoolean()).as("%s %s", event, reply).isTrue();
        }
      }
    }
    assertThat(open.state(0).path("event_id").asLong()).isEqualTo(before);
  }

  @Test
  void aPrivateGameAndNoGameLookTheSame() {
    try (var player = Player.connect(Person.guest())) {
      for (var event : List.of(Event.JOIN, Event.SPECTATE, Event.RESIGN, Event.ACTION)) {
        assertThat(error(player, event, game(Stranger.TO_A_PRIVATE_GAME)))
            .isEqualTo(error(player, event, game(Stranger.TO_NO_GAME)));
      }
    }
  }

  private static JsonNode error(Player player, Event event, String game) {
    var reply = player.ask(event.wireName(), message(event, Person.guest(), game));
    return reply.path("error");
  }

  /** Before it is let in a connection has no voice: no event of it is answered or done. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "42/game,7[\"game:join\",{\"game_id\":\"G\"}]",
        "42/game,7[\"game:spectate\",{\"game_id\":\"G\"}]",
        "42[\"game:spectate\",{\"game_id\":\"G\"}]",
        "42/other,7[\"game:spectate\",{\"game_id\":\"G\"}]",
        "43/game,7[]",
        "41/game,"
      })
  void eventsBeforeAdmissionAreIgnored(String packet) {
    try (var wire = Wire.open(Servers.shared())) {
      wire.send(packet.replace("G", open.game()));
      isNotHeard(wire);
    }
  }

  /** A refused CONNECT after it, or the end of the connection, shows that the event was read. */
  private static void isNotHeard(Wire wire) {
    wire.awaitClosedOrRefused(Json.text(Map.of("token", "garbage")));
    assertThat(wire.frames())
        .noneMatch(
            frame -> frame.startsWith("43") || frame.startsWith("42") || frame.contains("game:"));
  }

  /** After a refused connection there is none. */
  @Test
  void messagesOfARefusedConnectionAreIgnored() {
    try (var wire = Wire.open(Servers.shared())) {
      assertThat(wire.connect(Json.text(Map.of("token", "garbage")))).startsWith("44/game,");
      wire.send("42/game,7[\"game:spectate\",{\"game_id\":\"" + open.game() + "\"}]");
      isNotHeard(wire);
    }
  }
}
