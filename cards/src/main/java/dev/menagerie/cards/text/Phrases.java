package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.RuleBox;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.card.Zone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Short phrases that many texts share. */
final class Phrases {
  private Phrases() {}

  static String capitalized(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  static String uncapitalized(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  static String and(List<String> parts) {
    return listed(parts, " and ");
  }

  static String or(List<String> parts) {
    return listed(parts, " or ");
  }

  private static String listed(List<String> parts, String last) {
    int end = parts.size() - 1;
    return end < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, end)) + last + parts.get(end);
  }

  /** A sentence whose subject does something: "draw 3 cards", "your opponent draws 3 cards". */
  static String does(Optional<Player> who, String verb, String rest) {
    return switch (who.orElse(Player.YOU)) {
      case YOU -> verb + " " + rest;
      case OPPONENT -> "your opponent " + third(verb) + " " + rest;
      case BOTH -> "each player " + third(verb) + " " + rest;
    };
  }

  private static String third(String verb) {
    if (verb.equals("may")) {
      return verb;
    }
    if (verb.matches(".*(sh|ch|ss|x)")) {
      return verb + "es";
    }
    return verb + "s";
  }

  /** The possessive of a player in a clause whose subject is {@code subject}. */
  static String possessive(Optional<Player> subject, Optional<Player> owner) {
    Player of = owner.orElse(Player.YOU);
    if (of != Player.YOU && subject.orElse(Player.YOU) == of) {
      return "their";
    }
    return possessive(of);
  }

  static String possessive(Player of) {
    return switch (of) {
      case YOU -> "your";
      case OPPONENT -> "your opponent's";
      case BOTH -> "each player's";
    };
  }

  static String zone(Zone zone) {
    return switch (zone) {
      case DECK -> "deck";
      case HAND -> "hand";
      case DISCARD -> "discard pile";
      case PRIZES -> "prize cards";
      case ENERGY_DECK -> "energy deck";
    };
  }

  /** The destination of cards with a possessive: "into your hand". */
  static String to(Destination to, String whose) {
    return switch (to) {
      case HAND -> "into " + whose + " hand";
      case DECK -> "into " + whose + " deck, which is then shuffled";
      case DECK_TOP -> "on top of " + whose + " deck";
      case DECK_BOTTOM -> "on the bottom of " + whose + " deck";
      case DISCARD -> "into " + whose + " discard pile";
      case BENCH -> "onto " + whose + " bench";
    };
  }

  static String condition(SpecialCondition condition) {
    return capitalized(condition.name().toLowerCase(Locale.ROOT));
  }

  static String stage(Stage stage) {
    return switch (stage) {
      case BASIC -> "Basic";
      case STAGE_1 -> "Stage 1";
      case STAGE_2 -> "Stage 2";
    };
  }

  static String box(RuleBox box) {
    return switch (box) {
      case NONE -> "plain";
      case EX -> "ex";
      case MEGA -> "mega";
    };
  }
}
