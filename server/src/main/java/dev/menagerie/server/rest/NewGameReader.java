package dev.menagerie.server.rest;

import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.house.InvalidRules;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.LobbyListing;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.ProblemKind;
import dev.menagerie.server.play.CreateGame;
import dev.menagerie.server.play.CreateGame.Against;
import dev.menagerie.server.play.CreateGame.Person;
import dev.menagerie.server.play.GameType;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the body of {@code POST /games} into a {@link CreateGame}. */
public final class NewGameReader {
  private static final String DEFAULT_PRESET = "standard";

  /** The length of a turn in a campaign, in milliseconds. */
  public static final int CAMPAIGN_TURN_MS = 600_000;

  private final Predicate<UserId> users;
  private final HouseRules presets;

  /**
   * @param users whether a user exists
   * @param presets rules that have names
   */
  public NewGameReader(Predicate<UserId> users, HouseRules presets) {
    this.users = users;
    this.presets = presets;
  }

  /**
   * Reads and checks a body.
   *
   * @param key the client's idempotency key
   * @throws HttpRefusal {@code invalid_message} with the path of every problem
   */
  CreateGame read(Person creator, NewGameBody body, Optional<String> key) {
    var type = body.gameType().orElse(GameType.CASUAL);
    return new CreateGame(
        creator,
        body.deckId(),
        rules(type, body.rulesConfig()),
        type,
        opponent(creator, body.opponent()),
        body.spectators().orElse(Audience.PUBLIC),
        body.spectatorDelayMs().map(NewGameBody.DelayMs::value).orElse(0),
        key.map(own -> "rest-" + own));
  }

  private RulesConfig rules(GameType type, Optional<JsonNode> given) {
    var json = given.orElseGet(() -> JsonNodeFactory.instance.stringNode(DEFAULT_PRESET));
    if (type == GameType.RANKED && !json.isString()) {
      throw invalid("$.rules_config", "must be a preset's name in a ranked game");
    }
    try {
      return presets.read(type == GameType.CAMPAIGN ? unhurried(json) : json);
    } catch (InvalidRules invalid) {
      throw HttpRefusal.of(
          ProblemKind.INVALID_MESSAGE,
          "The rules are not what can be played",
          invalid.problems().stream()
              .map(p -> new JsonProblem(path(p.path()), p.message()))
              .toList());
    }
  }

  private static String path(String inRules) {
    if (inRules.startsWith("$")) return "$.rules_config" + inRules.substring(1);
    return inRules.isEmpty() ? "$.rules_config" : "$.rules_config." + inRules;
  }

  /** Adds a long turn to rules that do not set the length of a turn. */
  private static JsonNode unhurried(JsonNode json) {
    ObjectNode rules;
    if (json instanceof ObjectNode object) {
      rules = object.deepCopy();
    } else if (json.isString()) {
      rules = JsonNodeFactory.instance.objectNode();
      rules.set("preset", json);
    } else {
      return json;
    }
    var timer = rules.get("timer");
    if (timer == null) rules.putObject("timer").put("turn_ms", CAMPAIGN_TURN_MS);
    else if (timer instanceof ObjectNode object && !object.has("turn_ms")) {
      object.put("turn_ms", CAMPAIGN_TURN_MS);
    }
    return rules;
  }

  private Against opponent(Person creator, Optional<NewGameBody.Opponent> given) {
    if (given.isEmpty()) return new Against.Anyone(LobbyListing.UNLISTED);
    var opponent = given.get();
    return switch (opponent.kind()) {
      case OPEN ->
          new Against.Anyone(
              opponent.listed().orElse(false) ? LobbyListing.LISTED : LobbyListing.UNLISTED);
      case BOT -> new Against.Bot(opponent.bot().orElseThrow(), opponent.deckId());
      case USER -> new Against.User(user(creator, opponent.userId().orElseThrow()));
    };
  }

  private UserId user(Person creator, String id) {
    var user =
        UserId.parse(id)
            .filter(invited -> invited.equals(creator.id()) || users.test(invited))
            .orElseThrow(() -> invalid("$.opponent.user_id", "is no user's"));
    if (user.equals(creator.id())) throw invalid("$.opponent.user_id", "is your own");
    return user;
  }

  private static HttpRefusal invalid(String path, String message) {
    return HttpRefusal.of(
        ProblemKind.INVALID_MESSAGE, path + " " + message, List.of(new JsonProblem(path, message)));
  }
}
