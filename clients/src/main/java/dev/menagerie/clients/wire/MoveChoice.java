package dev.menagerie.clients.wire;

import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** Chooses a random legal action: any legal action, but ending the turn only when drawn twice. */
public final class MoveChoice {
  private MoveChoice() {}

  /** One of these; passing and attacking end a turn, so the rest mostly comes first. */
  public static JsonNode of(JsonNode legal, SplittableRandom random) {
    var first = legal.get(random.nextInt(legal.size()));
    return endsTurn(first) ? legal.get(random.nextInt(legal.size())) : first;
  }

  private static boolean endsTurn(JsonNode action) {
    var type = action.get("type").asString();
    return type.equals("pass") || type.equals("attack");
  }
}
