package dev.menagerie.cards.text;

/**
 * The pronouns and nouns of a text.
 *
 * @param self the Pokémon of the text
 * @param other the second Pokémon of a trigger
 * @param program what {@code fail} stops
 * @param attaching the words for the card's own attaching; empty: it is not attached
 */
record Words(String self, String other, String program, String attaching) {
  private static final String ATTACKER = "the attacking Pokémon";

  static Words ofPokemon() {
    return new Words("this Pokémon", ATTACKER, "this ability", "");
  }

  static Words ofTool() {
    return new Words("the Pokémon this card is attached to", ATTACKER, "this card", "");
  }

  static Words ofEnergy() {
    Words tool = ofTool();
    return new Words(tool.self(), ATTACKER, tool.program(), "when you attach this card");
  }

  static Words ofStadium() {
    return new Words("each Pokémon in play", ATTACKER, "this card", "");
  }

  static Words ofTrainer() {
    return new Words("this card's Pokémon", "the other Pokémon", "this card", "");
  }

  Words inAttack() {
    return new Words(self, other, "this attack", attaching);
  }

  Words withOther(String noun) {
    return new Words(self, noun, program, attaching);
  }
}
