package dev.menagerie.server.play;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.codec.RawJson;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.command.Rejection;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The refusals of the game service, each in one place: a code of the wire, one sentence, and the
 * facts of a broken rule.
 */
public final class Refusals {
  /** The game does not exist, or the user may not know of it. */
  public static final Refusal GAME_NOT_FOUND =
      Refusal.of(ErrorCode.GAME_NOT_FOUND, "There is no such game.");

  static final Refusal GAME_OVER = Refusal.of(ErrorCode.GAME_OVER, "The game is over.");
  static final Refusal GAME_FULL = Refusal.of(ErrorCode.GAME_FULL, "Both seats are taken.");
  static final Refusal NOT_YOUR_TURN =
      Refusal.of(ErrorCode.NOT_YOUR_TURN, "It is not for you to act.");

  /** The user has no seat in the game. */
  public static final Refusal NOT_PARTICIPANT =
      Refusal.of(ErrorCode.NOT_PARTICIPANT, "You do not play in this game.");

  static final Refusal NOT_STARTED =
      Refusal.of(ErrorCode.NOT_YOUR_TURN, "The game waits for its second player.");

  static final Refusal BLOCKED =
      Refusal.of(ErrorCode.FORBIDDEN, "This user takes no games from you.");

  static final Refusal NO_SUCH_BOT =
      Refusal.of(
          ErrorCode.INVALID_MESSAGE,
          "There is no bot of that name.",
          new Facts(List.of(new JsonProblem("$.opponent.bot", "is no bot's name"))));

  private Refusals() {}

  private record Facts(List<JsonProblem> errors) {}

  /** The refusal of a command that the rules reject: the rule and its facts. */
  public static Refusal of(Rejection rejection) {
    if (rejection instanceof Rejection.GameOver) return GAME_OVER;
    if (rejection instanceof Rejection.NotYourTurn) return NOT_YOUR_TURN;
    // The rest are rules of the table: the wire has one code for them and names the rule.
    return new Refusal(
        ErrorCode.INVALID_ACTION, "The rules do not allow that.", details(rejection));
  }

  private static RawJson details(Rejection rejection) {
    var facts = (ObjectNode) Json.toTree(rejection);
    var details = JsonNodeFactory.instance.objectNode();
    details.set("rule", facts.remove("type"));
    details.setAll(facts);
    return RawJson.of(details);
  }

  static Refusal deck(List<JsonProblem> violations) {
    return Refusal.of(
        ErrorCode.DECK_INVALID,
        "The deck breaks the rules it is built for.",
        new Facts(violations));
  }

  static Refusal stale(long actual) {
    record Now(long eventId) {}
    return Refusal.of(ErrorCode.STALE_VERSION, "The game has moved on.", new Now(actual));
  }
}
