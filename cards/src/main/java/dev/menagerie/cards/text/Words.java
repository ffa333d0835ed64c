package dev.menagerie.cards.text;

/**
 * How a text speaks of what is around it.
 *
 * @param self the Pokémon it is about
 * @param other the second Pokémon of a trigger
 * @param program what {@code fail} stops
 */
record Words(String self, String other, String program) {
  private static final String ATTACKER = "the attacking Pokémon";

  static Words ofPokemon() {
    return new Words("this Pokémon", ATTACKER, "this ability");
  }

  static Words ofTool() {
    return new Words("the Pokémon this card is attached to", ATTACKER, "this card");
  }

  static Words ofEnergy() {
    return ofTool();
  }

  static Words ofStadium() {
    return new Words("each Pokémon in play", ATTACKER, "this card");
  }

  static Words ofTrainer() {
    return new Words("that Pokémon", "that Pokémon", "this card");
  }

  Words inAttack() {
    return new Words(self, other, "this attack");
  }

  Words withOther(String noun) {
    return new Words(self, noun, program);
  }
}
