package dev.menagerie.rules.query;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;

/**
 * The attacks a Pokémon may use, numbered: those of its topmost card, then, where something allows
 * it, those of the cards under it from the highest stage down.
 */
public final class Attackable {
  private final CompiledCard[] faces;

  private Attackable(CompiledCard[] faces) {
    this.faces = faces;
  }

  /** The attacks a Pokémon may use, its own and those it got from others. */
  public static Attackable of(Table table, Pokemon pokemon) {
    boolean earlier =
        pokemon.cardCount() > 1 && Traits.has(table, pokemon, Static.UsesEarlierAttacks.class);
    CompiledCard[] faces = new CompiledCard[earlier ? pokemon.cardCount() : 1];
    for (int i = 0; i < faces.length; i++) {
      faces[i] = table.face(pokemon.card(pokemon.cardCount() - 1 - i));
    }
    return new Attackable(faces);
  }

  /** The number of attacks; actions name them by index. */
  public int size() {
    int size = 0;
    for (CompiledCard face : faces) {
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

  /** The card that an attack is printed on. */
  public CompiledCard face(int attack) {
    return faces[faceOf(attack)];
  }

  /** The attack's place on its own card. */
  public int place(int attack) {
    int left = attack;
    for (int face = 0; left >= faces[face].costs.length; face++) {
      left -= faces[face].costs.length;
    }
    return left;
  }

  /** An attack's cost now, by energy type, after effects that change it. */
  public int[] cost(int attack) {
    return face(attack).costs[place(attack)];
  }

  /** An attack's printed name. */
  public String name(int attack) {
    return face(attack).attacks.get(place(attack)).name();
  }
}
