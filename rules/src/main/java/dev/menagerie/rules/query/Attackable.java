package dev.menagerie.rules.query;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.Arrays;
import java.util.List;

/**
 * The attacks a player may choose from, numbered: those of the Active's topmost card, then, where
 * something allows it, those of the cards under it from the highest stage down, then those of its
 * tools, then those of benched Pokémon that may attack from the bench.
 */
public final class Attackable {
  private static final Pokemon[] NONE = {};

  private final CompiledCard[] faces;

  /** Who uses the attacks of each face. */
  private final Pokemon[] users;

  private Attackable(CompiledCard[] faces, Pokemon[] users) {
    this.faces = faces;
    this.users = users;
  }

  /** The attacks of a player with that Active: its own and those it got from others. */
  public static Attackable of(Table table, Pokemon active) {
    boolean earlier =
        active.cardCount() > 1 && Traits.has(table, active, Static.UsesEarlierAttacks.class);
    int own = earlier ? active.cardCount() : 1;
    int tools = givesAttacks(table, active) ? active.toolCount() : 0;
    Pokemon[] bench = attackingFromBench(table, active.seat());
    CompiledCard[] faces = new CompiledCard[own + tools + bench.length];
    Pokemon[] users = new Pokemon[faces.length];
    Arrays.fill(users, active);
    for (int i = 0; i < own; i++) {
      faces[i] = table.face(active.card(active.cardCount() - 1 - i));
    }
    for (int i = 0; i < tools; i++) {
      faces[own + i] = table.face(active.tool(i));
    }
    for (int i = 0; i < bench.length; i++) {
      faces[own + tools + i] = table.face(bench[i].top());
      users[own + tools + i] = bench[i];
    }
    return new Attackable(faces, users);
  }

  private static Pokemon[] attackingFromBench(Table table, Seat seat) {
    Pokemon[] found = NONE;
    for (StaticSource source : Statics.of(table)) {
      if (!(source.gives() instanceof Static.AttacksFromBench)) {
        continue;
      }
      for (int i = 0; i < table.benchCount(seat); i++) {
        Pokemon benched = table.benched(seat, i);
        if (!List.of(found).contains(benched) && StaticReach.touches(table, source, benched)) {
          found = Arrays.copyOf(found, found.length + 1);
          found[found.length - 1] = benched;
        }
      }
    }
    return found;
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

  /** The Pokémon that would use an attack. */
  public Pokemon user(int attack) {
    return users[faceOf(attack)];
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
