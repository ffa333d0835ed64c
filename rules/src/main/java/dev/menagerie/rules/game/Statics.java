package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Face;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Program;
import dev.menagerie.rules.card.Scope;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Step;
import dev.menagerie.rules.state.Lasting;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what is continuously true on a table, and says whom it touches. */
final class Statics {
  private static final Source[] NOTHING = {};
  private static final Comparator<Source> OLDEST_FIRST = Comparator.comparingInt(Source::stamp);

  private Statics() {}

  /** Everything in force, ability and tool locks already taken into account. */
  static Source[] of(Table table) {
    return table.derived() instanceof Source[] kept ? kept : collected(table);
  }

  /** Collects it and has the table keep it until something else may be in force. */
  private static Source[] collected(Table table) {
    List<Source> all = null;
    for (int side = 0; side < 2; side++) {
      Seat seat = side == 0 ? table.turnSeat() : table.turnSeat().other();
      Pokemon active = table.active(seat);
      if (active != null) {
        all = addPokemon(table, active, all);
      }
      for (int i = 0; i < table.benchCount(seat); i++) {
        all = addPokemon(table, table.benched(seat, i), all);
      }
    }
    all = addStadium(table, all);
    all = addLasting(table, all);
    Source[] found = all == null ? NOTHING : all.toArray(NOTHING);
    Source[] inForce = withoutLocked(table, found);
    if (mayChangeLocks(found)) {
      table.keepDerivedForNow(inForce);
    } else {
      table.keepDerived(inForce);
    }
    return inForce;
  }

  private static @Nullable List<Source> addPokemon(
      Table table, Pokemon pokemon, @Nullable List<Source> all) {
    Face face = table.face(pokemon.top());
    List<Source> found = all;
    if (face.continuous) {
      found =
          add(found, face, Source.Kind.ABILITY, asking(pokemon, pokemon.top()), pokemon.stamp());
    }
    for (int i = 0; i < pokemon.toolCount(); i++) {
      Face tool = table.face(pokemon.tool(i));
      if (tool.continuous) {
        found =
            add(found, tool, Source.Kind.TOOL, asking(pokemon, pokemon.tool(i)), pokemon.stamp());
      }
    }
    for (int i = 0; i < pokemon.energyCount(); i++) {
      Face energy = table.face(pokemon.energy(i));
      if (energy.continuous) {
        found =
            add(
                found,
                energy,
                Source.Kind.ENERGY,
                asking(pokemon, pokemon.energy(i)),
                pokemon.stamp());
      }
    }
    return found;
  }

  private static Fr asking(Pokemon holder, int card) {
    return Fr.asking(holder.seat(), holder.serial(), card);
  }

  private static @Nullable List<Source> addStadium(Table table, @Nullable List<Source> all) {
    int stadium = table.stadium();
    if (stadium < 0 || !table.face(stadium).continuous) {
      return all;
    }
    Fr asking = Fr.asking(table.owner(stadium), -1, stadium);
    return add(all, table.face(stadium), Source.Kind.STADIUM, asking, table.stadiumStamp());
  }

  private static List<Source> add(
      @Nullable List<Source> all, Face face, Source.Kind kind, Fr asking, int stamp) {
    List<Source> found = all == null ? new ArrayList<>() : all;
    for (Ability ability : face.abilities) {
      if (ability instanceof Ability.Continuous continuous) {
        for (Static gives : continuous.gives()) {
          found.add(
              new Source(
                  gives,
                  kind,
                  asking,
                  continuous.affects(),
                  continuous.when(),
                  Source.BY_SCOPE,
                  Source.ASK,
                  stamp));
        }
      }
    }
    return found;
  }

  private static @Nullable List<Source> addLasting(Table table, @Nullable List<Source> all) {
    List<Source> found = all;
    for (int i = 0; i < table.lastingCount(); i++) {
      Lasting lasting = table.lasting(i);
      if (table.turn() < lasting.from() || table.turn() > lasting.until()) {
        continue;
      }
      found = found == null ? new ArrayList<>() : found;
      found.add(
          new Source(
              given(table, lasting),
              Source.Kind.LASTING,
              Fr.asking(Seat.of(lasting.seat()), lasting.self(), -1),
              Optional.empty(),
              Optional.empty(),
              lasting.target(),
              lasting.amount(),
              0));
    }
    return found;
  }

  /** What a lasting effect makes true, as its program says. */
  static Static given(Table table, Lasting lasting) {
    Program program = table.cards().face(lasting.card()).program(lasting.program());
    if (program.at(lasting.step()) instanceof Step.Run(Effect effect)) {
      if (effect instanceof Effect.Grant grant) {
        return grant.gives();
      }
      if (effect instanceof Effect.GrantPlayer grant) {
        return grant.gives();
      }
    }
    throw new IllegalStateException("no lasting effect at " + lasting);
  }

  private static boolean isLock(Source source) {
    return source.gives() instanceof Static.NoAbilities || source.gives() instanceof Static.NoTools;
  }

  /**
   * Whether a lock may touch others although what is in force has not changed: it asks about more
   * than where a Pokémon stands, and so it is asked anew whenever something has happened.
   */
  private static boolean mayChangeLocks(Source[] sources) {
    for (Source source : sources) {
      boolean byPlace =
          source.when().isEmpty()
              && (source.affects().isEmpty() || source.affects().get().where().isEmpty());
      if (isLock(source) && !byPlace) {
        return true;
      }
    }
    return false;
  }

  /**
   * Ability locks: the one that took hold first wins, at once the turn player's first; a locked
   * lock locks nothing.
   */
  private static Source[] withoutLocked(Table table, Source[] all) {
    List<Source> locks = new ArrayList<>(0);
    for (Source source : all) {
      if (isLock(source)) {
        locks.add(source);
      }
    }
    if (locks.isEmpty()) {
      return all;
    }
    // Locks may ask about the table themselves; then nothing is locked yet, which nobody else may
    // see.
    Table aside = table.aside();
    aside.keepDerived(all);
    locks.sort(OLDEST_FIRST);
    List<Source> inForce = new ArrayList<>(locks.size());
    for (Source lock : locks) {
      if (!isLocked(aside, lock, inForce)) {
        inForce.add(lock);
      }
    }
    List<Source> left = new ArrayList<>(all.length);
    for (Source source : all) {
      if (!isLocked(aside, source, inForce) || inForce.contains(source)) {
        left.add(source);
      }
    }
    return left.toArray(NOTHING);
  }

  private static boolean isLocked(Table table, Source source, List<Source> locks) {
    boolean ability = source.kind() == Source.Kind.ABILITY;
    boolean tool = source.kind() == Source.Kind.TOOL;
    if (!ability && !tool) {
      return false;
    }
    Pokemon holder = table.find(source.asking().self);
    if (holder == null) {
      return true;
    }
    for (Source lock : locks) {
      boolean fits =
          ability
              ? lock.gives() instanceof Static.NoAbilities
              : lock.gives() instanceof Static.NoTools;
      if (fits && !lock.equals(source) && touches(table, lock, holder)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it touches this Pokémon now. */
  static boolean touches(Table table, Source source, Pokemon pokemon) {
    if (source.target() != Source.BY_SCOPE) {
      return source.target() == pokemon.serial()
          || (source.target() == -1 - pokemon.seat().index() && isAboutPokemon(source.gives()));
    }
    if (source.affects().isEmpty()) {
      if (source.kind() != Source.Kind.STADIUM && pokemon.serial() != source.asking().self) {
        return false;
      }
    } else if (!inScope(table, source, source.affects().get(), pokemon)) {
      return false;
    }
    return source.when().isEmpty() || Questions.holds(table, source.asking(), source.when().get());
  }

  /** An effect on a player that is about Pokémon touches all that player's Pokémon. */
  private static boolean isAboutPokemon(Static gives) {
    return !(gives instanceof Static.CannotPlay
        || gives instanceof Static.CannotAttachEnergy
        || gives instanceof Static.ExtraEnergy
        || gives instanceof Static.ExtraSupporters);
  }

  private static boolean inScope(Table table, Source source, Scope scope, Pokemon pokemon) {
    boolean side =
        switch (scope.of()) {
          case YOU -> pokemon.seat() == source.asking().seat;
          case OPPONENT -> pokemon.seat() != source.asking().seat;
          case BOTH -> true;
        };
    if (!side || !stands(table, pokemon, scope.at().orElse(Place.ANYWHERE))) {
      return false;
    }
    return scope.where().isEmpty()
        || Filters.matches(table, source.asking(), scope.where().get(), pokemon);
  }

  static boolean stands(Table table, Pokemon pokemon, Place place) {
    return switch (place) {
      case ACTIVE -> table.isActive(pokemon);
      case BENCH -> !table.isActive(pokemon);
      case ANYWHERE -> true;
    };
  }

  /** Whether something about players touches this one now. */
  static boolean touches(Table table, Source source, Seat seat) {
    if (source.target() != Source.BY_SCOPE) {
      return source.target() == -1 - seat.index();
    }
    boolean side =
        source.affects().isEmpty()
            ? source.kind() == Source.Kind.STADIUM || seat == source.asking().seat
            : switch (source.affects().get().of()) {
              case YOU -> seat == source.asking().seat;
              case OPPONENT -> seat != source.asking().seat;
              case BOTH -> true;
            };
    return side
        && (source.when().isEmpty()
            || Questions.holds(table, source.asking(), source.when().get()));
  }

  static int amount(Table table, Source source, Amount amount) {
    if (source.amount() != Source.ASK) {
      return source.amount();
    }
    return Questions.amount(table, source.asking(), amount);
  }

  static boolean passes(Table table, Source source, Optional<Filter> filter, Pokemon pokemon) {
    return filter.isEmpty() || Filters.matches(table, source.asking(), filter.get(), pokemon);
  }
}
