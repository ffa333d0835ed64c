package dev.menagerie.rules.query;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Program;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Step;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.LastingEffect;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the continuous effects on a table and determines their targets. */
public final class Statics {
  private static final StaticSource[] NOTHING = {};
  private static final Comparator<StaticSource> OLDEST_FIRST =
      Comparator.comparingInt(StaticSource::stamp);

  private Statics() {}

  /**
   * The cached result.
   *
   * @param sources every continuous effect
   * @param silenced serials of Pokémon whose abilities are locked
   */
  @SuppressWarnings("ArrayRecordComponent") // kept within this class, never compared
  private record InForce(StaticSource[] sources, int[] silenced) {}

  /** Everything in force, ability and tool locks already taken into account. */
  public static StaticSource[] of(Table table) {
    return inForce(table).sources;
  }

  /** Whether something in force takes the Pokémon's abilities away. */
  public static boolean isSilenced(Table table, Pokemon pokemon) {
    return Ints.contains(inForce(table).silenced, pokemon.serial());
  }

  private static InForce inForce(Table table) {
    return table.derived() instanceof InForce kept ? kept : collected(table);
  }

  /** Collects it and has the table keep it until something else may be in force. */
  private static InForce collected(Table table) {
    List<StaticSource> all = null;
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
    StaticSource[] found = all == null ? NOTHING : all.toArray(NOTHING);
    InForce inForce = withoutLocked(table, found);
    if (mayChangeLocks(found)) {
      table.cacheUntilNextEvent(inForce);
    } else {
      table.cache(inForce);
    }
    return inForce;
  }

  private static @Nullable List<StaticSource> addPokemon(
      Table table, Pokemon pokemon, @Nullable List<StaticSource> all) {
    CompiledCard face = table.face(pokemon.top());
    List<StaticSource> found = all;
    if (face.continuous) {
      found =
          add(
              found,
              face,
              StaticSource.Kind.ABILITY,
              asking(pokemon, pokemon.top()),
              pokemon.stamp());
    }
    for (int i = 0; i < pokemon.toolCount(); i++) {
      CompiledCard tool = table.face(pokemon.tool(i));
      if (tool.continuous) {
        found =
            add(
                found,
                tool,
                StaticSource.Kind.TOOL,
                asking(pokemon, pokemon.tool(i)),
                pokemon.stamp());
      }
    }
    for (int i = 0; i < pokemon.energyCount(); i++) {
      CompiledCard energy = table.face(pokemon.energy(i));
      if (energy.continuous) {
        found =
            add(
                found,
                energy,
                StaticSource.Kind.ENERGY,
                asking(pokemon, pokemon.energy(i)),
                pokemon.stamp());
      }
    }
    return found;
  }

  private static Context asking(Pokemon holder, int card) {
    return Context.of(holder.seat(), holder.serial(), card);
  }

  private static @Nullable List<StaticSource> addStadium(
      Table table, @Nullable List<StaticSource> all) {
    int stadium = table.stadium();
    if (stadium < 0 || !table.face(stadium).continuous) {
      return all;
    }
    Context asking = Context.of(table.owner(stadium), -1, stadium);
    return add(all, table.face(stadium), StaticSource.Kind.STADIUM, asking, table.stadiumStamp());
  }

  private static List<StaticSource> add(
      @Nullable List<StaticSource> all,
      CompiledCard face,
      StaticSource.Kind kind,
      Context asking,
      int stamp) {
    List<StaticSource> found = all == null ? new ArrayList<>() : all;
    for (Ability ability : face.abilities) {
      if (ability instanceof Ability.Continuous continuous) {
        for (Static gives : continuous.gives()) {
          found.add(
              new StaticSource(
                  gives,
                  kind,
                  asking,
                  continuous.affects(),
                  continuous.when(),
                  StaticSource.BY_SCOPE,
                  StaticSource.ASK,
                  stamp));
        }
      }
    }
    return found;
  }

  private static @Nullable List<StaticSource> addLasting(
      Table table, @Nullable List<StaticSource> all) {
    List<StaticSource> found = all;
    for (int i = 0; i < table.lastingCount(); i++) {
      LastingEffect lasting = table.lasting(i);
      if (table.turn() < lasting.from() || table.turn() > lasting.until()) {
        continue;
      }
      found = found == null ? new ArrayList<>() : found;
      found.add(
          new StaticSource(
              given(table, lasting),
              StaticSource.Kind.LASTING,
              Context.of(Seat.of(lasting.seat()), lasting.self(), -1),
              Optional.empty(),
              Optional.empty(),
              lasting.target(),
              lasting.amount(),
              0));
    }
    return found;
  }

  /** The continuous effect of a lasting effect, from its program. */
  public static Static given(Table table, LastingEffect lasting) {
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

  private static boolean isLock(StaticSource source) {
    return source.gives() instanceof Static.NoAbilities || source.gives() instanceof Static.NoTools;
  }

  /**
   * Whether a lock may change although the continuous effects are the same: its condition uses more
   * than positions, so it is evaluated again after every event.
   */
  private static boolean mayChangeLocks(StaticSource[] sources) {
    for (StaticSource source : sources) {
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
  private static InForce withoutLocked(Table table, StaticSource[] all) {
    List<StaticSource> locks = new ArrayList<>(0);
    for (StaticSource source : all) {
      if (isLock(source)) {
        locks.add(source);
      }
    }
    if (locks.isEmpty()) {
      return new InForce(all, Ints.NONE);
    }
    // Locks may ask about the table themselves; they see it without locks, and no other question
    // does.
    Table aside = table.aside();
    aside.cache(new InForce(all, Ints.NONE));
    locks.sort(OLDEST_FIRST);
    List<StaticSource> inForce = new ArrayList<>(locks.size());
    for (StaticSource lock : locks) {
      if (!isLocked(aside, lock, inForce)) {
        inForce.add(lock);
      }
    }
    List<StaticSource> left = new ArrayList<>(all.length);
    for (StaticSource source : all) {
      if (!isLocked(aside, source, inForce) || inForce.contains(source)) {
        left.add(source);
      }
    }
    return new InForce(left.toArray(NOTHING), silenced(aside, inForce));
  }

  private static int[] silenced(Table table, List<StaticSource> locks) {
    int[] silenced = Ints.NONE;
    for (Seat seat : Seat.values()) {
      Pokemon active = table.active(seat);
      if (active != null && isSilencedBy(table, locks, active)) {
        silenced = Ints.with(silenced, active.serial());
      }
      for (int i = 0; i < table.benchCount(seat); i++) {
        if (isSilencedBy(table, locks, table.benched(seat, i))) {
          silenced = Ints.with(silenced, table.benched(seat, i).serial());
        }
      }
    }
    return silenced;
  }

  private static boolean isSilencedBy(Table table, List<StaticSource> locks, Pokemon pokemon) {
    for (StaticSource lock : locks) {
      if (lock.gives() instanceof Static.NoAbilities && StaticReach.touches(table, lock, pokemon)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLocked(Table table, StaticSource source, List<StaticSource> locks) {
    boolean ability = source.kind() == StaticSource.Kind.ABILITY;
    boolean tool = source.kind() == StaticSource.Kind.TOOL;
    if (!ability && !tool) {
      return false;
    }
    Pokemon holder = table.find(source.asking().self());
    if (holder == null) {
      return true;
    }
    for (StaticSource lock : locks) {
      boolean fits =
          ability
              ? lock.gives() instanceof Static.NoAbilities
              : lock.gives() instanceof Static.NoTools;
      if (fits && !lock.equals(source) && StaticReach.touches(table, lock, holder)) {
        return true;
      }
    }
    return false;
  }
}
