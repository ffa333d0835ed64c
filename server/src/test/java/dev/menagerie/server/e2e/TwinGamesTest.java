package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.game.Boards;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.Board;
import dev.menagerie.rules.state.BoardPokemon;
import dev.menagerie.rules.state.BoardSide;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.play.Planting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Two games that differ only in hidden cards are the same on the wire: frame by frame and byte by
 * byte, errors and REST included, with random names and times masked.
 */
class TwinGamesTest {
  private static final Catalog CATALOG = CardSets.load().catalog();
  private static final StarterDecks DECKS = StarterDecks.load();
  private static final int TURNS = 6;
  private static final int SPECTATOR = 2;
  private static final Seed SEED = Seed.of(new byte[Seed.BYTES]);

  /** What shows no card but those its player holds. */
  private static final Set<String> HARMLESS = Set.of("attach_energy", "play_pokemon", "pass");

  private static final Pattern ID = Pattern.compile("\"[a-z2-7]{13}\"");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  private static final Pattern NAME = Pattern.compile("\"message_id\":\"[^\"]*\"");

  @ParameterizedTest
  @CsvSource({"0,full", "1,full", "2,full", "0,delta", "1,delta", "2,delta"})
  void hiddenFactsChangeNoMessageOfAViewer(int viewer, String sync) {
    for (int seed = 0; seed < 2; seed++) {
      var left = traffic(board(viewer, seed), viewer, sync);
      var right = traffic(board(viewer, seed + 100), viewer, sync);
      assertThat(left).hasSizeGreaterThan(TURNS);
      for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
        assertThat(right.get(i)).as("seed %d, frame %d", seed, i).isEqualTo(left.get(i));
      }
      assertThat(right).hasSameSizeAs(left);
    }
  }

  /** The comparison notices a leak: the owner of the cards sees different ones. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aViewerWhoMayKnowSeesTheDifference(int viewer) {
    var left = traffic(board(viewer, 1), 1 - viewer, "full");
    var right = traffic(board(viewer, 101), 1 - viewer, "full");
    assertThat(right).isNotEqualTo(left);
  }

  /** The same table for all viewers; hidden cards have an order of their own. */
  private static GameState board(int viewer, long seed) {
    var sides = new ArrayList<BoardSide>();
    for (int seat = 0; seat < 2; seat++) sides.add(side(seat, seat == viewer, new Random(seed)));
    var board = new Board(sides.get(0), sides.get(1), 3, Seat.FIRST, Optional.empty());
    return Boards.open(board, Presets.STANDARD, CATALOG, SEED);
  }

  private static BoardSide side(int seat, boolean own, Random random) {
    var cards = new ArrayList<String>();
    for (var entry : deck(seat).cards()) {
      cards.addAll(Collections.nCopies(entry.count(), entry.card()));
    }
    var basics = cards.stream().filter(TwinGamesTest::isBasic).distinct().toList();
    Collections.shuffle(cards, new Random(seat)); // the same in both games
    var hand = cards.subList(0, 7);
    var soon = cards.subList(7, 7 + TURNS);
    var rest = cards.subList(7 + TURNS, cards.size());
    Collections.shuffle(own ? rest : cards, random);
    var deck = new ArrayList<>(soon);
    deck.addAll(rest.subList(6, rest.size()));
    return Planting.side(
        BoardPokemon.of(basics.getFirst()),
        List.of(basics.getLast()),
        List.copyOf(hand),
        deck,
        List.copyOf(rest.subList(0, 6)));
  }

  private static DeckList deck(int seat) {
    return DECKS.forRules("standard").get(seat).list();
  }

  private static boolean isBasic(String card) {
    var definition = CATALOG.find(card).orElseThrow();
    return definition instanceof CardDefinition.Pokemon pokemon && pokemon.stage() == Stage.BASIC;
  }

  /** Everything that came over one viewer's line while the game was played, masked. */
  private static List<String> traffic(GameState state, int watched, String sync) {
    var people = List.of(Person.guest(), Person.guest(), Person.guest());
    var sitting = new ArrayList<Planting.Sitting>();
    for (int seat = 0; seat < 2; seat++) {
      sitting.add(new Planting.Sitting(people.get(seat).id(), "Twin " + seat, deck(seat)));
    }
    var game = Servers.planting().board(state, SEED, sitting.get(0), sitting.get(1));
    try (var first = new Line(people.get(0), game);
        var second = new Line(people.get(1), game);
        var third = new Line(people.get(2), game)) {
      var lines = List.of(first, second, third);
      for (int i = 0; i < lines.size(); i++) {
        if (i < SPECTATOR || watched == SPECTATOR)
          lines.get(i).enter(i, i == watched ? sync : "full");
      }
      var line = lines.get(watched);
      if (watched == SPECTATOR) line.isCounted();
      line.settle();
      int from = line.raw.frames().size();
      var rest = new ArrayList<String>();
      for (int turn = 0; turn < TURNS; turn++) {
        line.mistakes(turn);
        rest.add(people.get(watched).api().get("/games/" + game).ok().toString());
        long version = play(lines.get(turn % 2), turn % 2 == watched);
        line.raw.await(frame -> frame.contains("\"event_id\":" + version + ","));
        line.settle();
      }
      var seen = new ArrayList<>(line.raw.frames().subList(from, line.raw.frames().size()));
      seen.addAll(rest);
      return masked(seen, game, people);
    }
  }

  /** One turn, up to its last version: the watched player uses the cards in hand. */
  private static long play(Line line, boolean uses) {
    for (int step = 0; step < 3 && uses; step++) {
      var legal = line.state().path("legal_actions");
      for (var action : legal) {
        var type = action.path("type").asString();
        if (HARMLESS.contains(type) && !type.equals("pass")) {
          line.act(action);
          break;
        }
      }
    }
    return line.act(Json.toTree(Map.of("type", "pass")));
  }

  private static List<String> masked(List<String> frames, String game, List<Person> people) {
    var ids = new HashMap<String, String>();
    var masked = new ArrayList<String>();
    for (var frame : frames) {
      var text = frame.replace(game, "GAME");
      for (int i = 0; i < people.size(); i++) text = text.replace(people.get(i).id(), "USER" + i);
      text = TIME.matcher(text).replaceAll("TIME");
      text = NAME.matcher(text).replaceAll("MESSAGE");
      text =
          ID.matcher(text)
              .replaceAll(id -> ids.computeIfAbsent(id.group(), _ -> "\"id" + ids.size() + "\""));
      masked.add(text.length() + " " + text);
    }
    return masked;
  }

  /** One connection to the game. */
  private static final class Line implements AutoCloseable {
    private final RawSocket raw;
    private final String game;
    private int asked;

    Line(Person person, String game) {
      this.raw = new RawSocket(person);
      this.game = game;
    }

    void enter(int seat, String sync) {
      var event = seat == SPECTATOR ? "game:spectate" : "game:join";
      assertThat(ask(event, Map.of("game_id", game, "sync", sync)).path("ok").asBoolean()).isTrue();
    }

    /** A spectator receives the count at arrival and once more when all have arrived. */
    void isCounted() {
      var told = new AtomicInteger();
      raw.await(frame -> frame.contains("\"count\":1") && told.incrementAndGet() == 2);
    }

    /** The client's own messages are answered in order, so earlier broadcasts have arrived. */
    void settle() {
      ask("game:heartbeat", Map.of());
    }

    JsonNode ask(String event, Map<String, Object> message) {
      int number = asked++;
      raw.send("42/game," + number + Json.text(List.of(event, message)));
      var head = "43/game," + number + "[";
      return tree(raw.await(frame -> frame.startsWith(head)), head).get(0);
    }

    private static JsonNode tree(String frame, String head) {
      var json = frame.substring(head.length() - 1).getBytes(StandardCharsets.UTF_8);
      return Json.tree(json, Limits.DOCUMENT);
    }

    long act(JsonNode action) {
      var reply = ask("game:action", Player.action(game, "act-" + asked, action));
      assertThat(reply.path("ok").asBoolean()).as("%s", reply).isTrue();
      return reply.path("event_id").asLong();
    }

    /** None of these actions is allowed; the refusals must not reveal more. */
    void mistakes(int turn) {
      for (var action :
          List.<Map<String, Object>>of(
              Map.of("type", "attack", "attack_index", 9),
              Map.of("type", "evolve", "card_id", "aaaaaaaaaaaaa", "target_id", "bbbbbbbbbbbbb"),
              Map.of("type", "play_trainer", "card_id", "aaaaaaaaaaaaa"),
              Map.of("type", "select_prize", "index", 1),
              Map.of("type", "select", "choice_id", "c1", "selected", List.of("aaaaaaaaaaaaa")))) {
        var message = Player.action(game, "wrong-" + turn + asked, Json.toTree(action));
        assertThat(ask("game:action", message).path("ok").asBoolean(true)).isFalse();
      }
      ask("game:join", Map.of("game_id", "gNoSuchGameAtAll", "last_event_id", 3));
    }

    /** The latest state: of every commit or, in delta mode, asked for. */
    JsonNode state() {
      var head = "42/game,[\"game:state\",";
      int before = raw.frames().size();
      ask("game:join", Map.of("game_id", game, "sync", "full"));
      raw.await(frame -> frame.startsWith(head));
      settle();
      var states = raw.frames().stream().filter(frame -> frame.startsWith(head)).toList();
      assertThat(raw.frames()).hasSizeGreaterThan(before);
      return tree(states.getLast(), "42/game,[").get(1).path("state");
    }

    @Override
    public void close() {
      raw.close();
    }
  }
}
