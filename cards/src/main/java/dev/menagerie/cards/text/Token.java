package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Player;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One piece of a phrase: text as it is written, or a slot that another rule fills. */
sealed interface Token {
  /** Text as it is written; begins with its space, if it has one. */
  record Text(String value) implements Token {}

  /**
   * A slot in a phrase.
   *
   * @param rule the texts that fit the slot
   * @param part the component of the value that it becomes
   */
  record Slot(Rule rule, int part) implements Token {}

  /**
   * The texts that fit a slot. Equal rules are one object, so that a chart compares and hashes them
   * quickly; their number is bounded by the renderer's phrases.
   */
  final class Rule {
    private static final Map<Key, Rule> ALL = new ConcurrentHashMap<>();

    private final Key key;

    private Rule(Key key) {
      this.key = key;
    }

    private record Key(Mode mode, Words words, List<Token> inside) {}

    /**
     * The rule.
     *
     * @param mode the form of the slot's text
     * @param words the pronouns of the text
     * @param inside the noun that an amount counts, or the subject of a static effect; otherwise
     *     empty
     */
    static Rule of(Mode mode, Words words, List<Token> inside) {
      return ALL.computeIfAbsent(new Key(mode, words, List.copyOf(inside)), Rule::new);
    }

    static Rule of(Mode mode, Words words) {
      return of(mode, words, List.of());
    }

    Mode mode() {
      return key.mode();
    }

    Words words() {
      return key.words();
    }

    List<Token> inside() {
      return key.inside();
    }

    /** The player that a static effect of this slot is about. */
    Player player() {
      return switch (inside().getFirst()) {
        case Text(var who) when who.equals("your opponent") -> Player.OPPONENT;
        case Text(var who) when who.equals("players") -> Player.BOTH;
        case Text _, Slot _ -> Player.YOU;
      };
    }

    @Override
    public String toString() {
      return mode() + (inside().isEmpty() ? "" : inside().toString());
    }
  }

  /** The ways in which a part of a program can be said; each is one method of the renderer. */
  enum Mode {
    ABILITY,
    ABILITIES,
    SENTENCES,
    SENTENCES_GOING_ON,
    CLAUSES,
    CLAUSE,
    CONDITION,
    TARGET,
    NUMBER,
    COUNTED,
    QUANTITY,
    MORE,
    NOUN,
    NOUN_ONE,
    NOUN_MANY,
    NOUN_WITH_ARTICLE,
    PREDICATE,
    STATIC,
    STATIC_OF_PLAYER,
    PROVIDED,
    WHOLE_NUMBER,
    LABEL,
    NAME,
    TAG;

    /** Whether a phrase of this kind may begin with one of its own kind: "… and …". */
    boolean beginsWithItself() {
      return this == CONDITION || this == NUMBER || this == QUANTITY || this == PREDICATE;
    }
  }
}
