package dev.menagerie.rules.query;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;

/**
 * The attacks a Pokémon may use, numbered: those of its topmost card, then, where something allows
 * it, those of the cards under it from the highest stage down, then those of its tools.
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
    int own = earlier ? pokemon.cardCount() : 1;
    int tools = givesAttacks(table, pokemon) ? pokemon.toolCount() : 0;
    CompiledCard[] faces = new CompiledCard[own + tools];
    for (int i = 0; i < own; i++) {
      faces[i] = table.face(pokemon.card(pokemon.cardCount() - 1 - i));
    }
    for (int i = 0; i < tools; i++) {
      faces[own + i] = table.face(pokemon.tool(i));
    }
    return new Attackable(faces);
  }

  private static boolean givesAttacks(Table table, Pokemon pokemon) {
    for (int i = 0; i < pokemon.toolCount(); i++) {
      if (table.face(pokemon.tool(i)).costs.length > 0) {
        return !Traits.has(table, pokemon, Static.NoTools.class);
      }
    }
    return false;
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
