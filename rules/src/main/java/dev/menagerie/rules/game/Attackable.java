package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Face;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;

/**
 * The attacks a Pokémon may use, numbered: those of its topmost card, then, where something allows
 * it, those of the cards under it from the highest stage down.
 */
final class Attackable {
  private final Face[] faces;

  private Attackable(Face[] faces) {
    this.faces = faces;
  }

  static Attackable of(Table t, Pokemon pokemon) {
    boolean earlier =
        pokemon.cardCount() > 1 && Traits.has(t, pokemon, Static.UsesEarlierAttacks.class);
    Face[] faces = new Face[earlier ? pokemon.cardCount() : 1];
    for (int i = 0; i < faces.length; i++) {
      faces[i] = t.face(pokemon.card(pokemon.cardCount() - 1 - i));
    }
    return new Attackable(faces);
  }

  int size() {
    int size = 0;
    for (Face face : faces) {
      size += face.costs.length;
    }
    return size;
  }

  private int faceOf(int attack) {
    int left = attack;
    int face = 0;
    while (left >= faces[face].costs.length) {
      left -= faces[face].costs.length;
      face++;
    }
    return face;
  }

  Face face(int attack) {
    return faces[faceOf(attack)];
  }

  /** The attack's place on its own card. */
  int place(int attack) {
    int left = attack;
    for (int face = 0; left >= faces[face].costs.length; face++) {
      left -= faces[face].costs.length;
    }
    return left;
  }

  int[] cost(int attack) {
    return face(attack).costs[place(attack)];
  }

  String name(int attack) {
    return face(attack).attacks.get(place(attack)).name();
  }
}
