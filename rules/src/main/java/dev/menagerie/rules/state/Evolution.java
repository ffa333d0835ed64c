package dev.menagerie.rules.state;

import dev.menagerie.rules.card.Condition.Happening;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.SpecialCondition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Applies events to a table. It decides nothing and refuses nothing: an event has happened. */
final class Evolution {
  private Evolution() {}

  static void apply(Table t, Event event) {
    if (t.derived != null && changesWhatIsInForce(t, event)) {
      t.derived = null;
    }
    switch (event) {
      case Event.FirstFlipped _, Event.FirstChosen _ -> {}
      case Event.MulliganTaken e -> mulligan(t, e);
      case Event.PlacingBegan e -> t.placing = e.seat().index();
      case Event.Placed e -> placed(t, e);
      case Event.PrizesSet e -> moveAll(t, e.seat(), Pile.DECK, Pile.PRIZES, e.cards());
      case Event.Revealed _ -> t.revealed = true;
      case Event.GameBegan e -> gameBegan(t, e);
      case Event.SuddenDeathBegan e -> suddenDeath(t, e);
      case Event.TurnBegan e -> turnBegan(t, e);
      case Event.PhaseBegan e -> t.phase = e.phase();
      case Event.TurnEnded e -> turnEnded(t, e);
      case Event.DeckShuffled e -> shuffled(t, e);
      case Event.CardsDrawn e -> moveAll(t, e.seat(), Pile.DECK, Pile.HAND, e.cards());
      case Event.CardsMoved e -> cardsMoved(t, e);
      case Event.CardsRevealed _, Event.CardsLookedAt _ -> {}
      case Event.PrizeTaken e -> prizeTaken(t, e);
      case Event.PointsScored e -> t.points[e.seat().index()] += e.points();
      case Event.PokemonPlayed e -> enter(t, e.seat(), Pile.HAND, e.card(), e.serial());
      case Event.PokemonBenched e -> enter(t, e.seat(), e.from(), e.card(), e.serial());
      case Event.Evolved e -> evolved(t, e);
      case Event.Devolved e -> devolved(t, e);
      case Event.LeftPlay e -> leftPlay(t, e);
      case Event.ActiveChanged e -> activeChanged(t, e);
      case Event.Retreated e -> {
        t.retreats++;
        happened(t, e.seat(), Happening.RETREATED);
      }
      case Event.Doomed e -> edit(t, e.serial()).doomed = true;
      case Event.EnergyAttached e -> energyAttached(t, e);
      case Event.EnergyGenerated e -> energyGenerated(t, e);
      case Event.ZoneTurned e -> {
        t.zoneNow[e.seat().index()] = index(e.current());
        t.zoneNext[e.seat().index()] = index(e.next());
      }
      case Event.EnergyFlipped e ->
          move(t, e.seat().index(), Pile.ENERGY_DECK, Pile.FLIPPED, Ref.instance(e.card()));
      case Event.EnergyMoved e -> energyMoved(t, e);
      case Event.ToolAttached e -> {
        take(t, e.seat().index(), Pile.HAND, Ref.instance(e.card()));
        Pokemon holder = edit(t, e.serial());
        holder.tools = Ints.with(holder.tools, Ref.instance(e.card()));
      }
      case Event.Detached e -> detached(t, e);
      case Event.TrainerPlayed e -> trainerPlayed(t, e);
      case Event.StadiumPlayed e -> stadiumPlayed(t, e);
      case Event.StadiumLeft e -> {
        put(t, Pile.DISCARD, Ref.instance(e.card()));
        t.stadium = -1;
      }
      case Event.AbilityUsed e -> abilityUsed(t, e);
      case Event.AttackUsed _, Event.AttackFailed _, Event.CoinFlipped _ -> {}
      case Event.DamageDealt e -> edit(t, e.serial()).damage += e.amount();
      case Event.CountersPlaced e -> edit(t, e.serial()).damage += 10 * e.counters();
      case Event.Healed e -> edit(t, e.serial()).damage -= e.amount();
      case Event.ConditionApplied e -> conditionApplied(t, e);
      case Event.ConditionEnded e -> {
        Pokemon pokemon = edit(t, e.serial());
        pokemon.conditions &= ~e.condition().bit();
        if (e.condition() == SpecialCondition.POISONED) {
          pokemon.poison = 0;
        }
      }
      case Event.EffectBegan e -> {
        t.lasting = Arrays.copyOf(t.lasting, t.lasting.length + 1);
        t.lasting[t.lasting.length - 1] = e.lasting();
      }
      case Event.EffectDelayed e -> {
        t.delayed = Arrays.copyOf(t.delayed, t.delayed.length + 1);
        t.delayed[t.delayed.length - 1] = e.delayed();
      }
      case Event.DelayedCame e -> {
        List<Delayed> rest = new ArrayList<>(Arrays.asList(t.delayed));
        rest.remove(e.index());
        t.delayed = rest.toArray(Table.NO_DELAYED);
      }
      case Event.Allowed e -> {
        t.extraEnergy += e.energy();
        t.extraSupporters += e.supporters();
      }
      case Event.ChoiceMade _ -> t.pending = null;
      case Event.ControlChanged e -> {
        t.frames = e.frames();
        t.pending = e.pending().orElse(null);
        t.choices = e.choices();
      }
      case Event.ClockChanged e -> {
        t.clock = e.number();
        t.clockKind = e.kind();
        t.clockTurnStarted = e.turnStarted();
      }
      case Event.TimedOut e -> t.timeouts[e.seat().index()] = e.used();
      case Event.TurnExpired e -> t.expired = e.expired();
      case Event.GraceGranted e -> t.graceUsed |= 1 << e.seat().index();
      case Event.GameEnded e -> {
        t.status = GameStatus.FINISHED;
        t.result = new Result(e.winner(), e.reason());
        t.frames = List.of();
        t.pending = null;
        t.placing = -1;
      }
    }
  }

  /**
   * Whether something continuously true may come or go with the event. Whom it touches is asked
   * anew each time anyway.
   */
  private static boolean changesWhatIsInForce(Table t, Event event) {
    return switch (event) {
      case Event.SuddenDeathBegan _,
          Event.Placed _,
          Event.TurnBegan _,
          Event.TurnEnded _,
          Event.PokemonPlayed _,
          Event.PokemonBenched _,
          Event.Evolved _,
          Event.Devolved _,
          Event.LeftPlay _,
          Event.ActiveChanged _,
          Event.EnergyMoved _,
          Event.ToolAttached _,
          Event.Detached _,
          Event.StadiumPlayed _,
          Event.StadiumLeft _,
          Event.EffectBegan _ ->
          true;
      case Event.EnergyAttached e -> t.face(Ref.instance(e.card())).continuous;
      case Event.EnergyGenerated e -> t.catalog.face(e.definition()).continuous;
      case Event.FirstFlipped _,
          Event.FirstChosen _,
          Event.MulliganTaken _,
          Event.PlacingBegan _,
          Event.PrizesSet _,
          Event.Revealed _,
          Event.GameBegan _,
          Event.PhaseBegan _,
          Event.DeckShuffled _,
          Event.CardsDrawn _,
          Event.CardsMoved _,
          Event.CardsRevealed _,
          Event.CardsLookedAt _,
          Event.PrizeTaken _,
          Event.PointsScored _,
          Event.Retreated _,
          Event.Doomed _,
          Event.ZoneTurned _,
          Event.EnergyFlipped _,
          Event.TrainerPlayed _,
          Event.AbilityUsed _,
          Event.AttackUsed _,
          Event.AttackFailed _,
          Event.CoinFlipped _,
          Event.DamageDealt _,
          Event.CountersPlaced _,
          Event.Healed _,
          Event.ConditionApplied _,
          Event.ConditionEnded _,
          Event.EffectDelayed _,
          Event.DelayedCame _,
          Event.Allowed _,
          Event.ChoiceMade _,
          Event.ControlChanged _,
          Event.ClockChanged _,
          Event.TimedOut _,
          Event.TurnExpired _,
          Event.GraceGranted _,
          Event.GameEnded _ ->
          false;
    };
  }

  private static int index(Optional<EnergyType> type) {
    return type.map(EnergyType::order).orElse(-1);
  }

  // Names and piles

  private static void rename(Table t, int instance) {
    if (t.namesShared) {
      t.generation = t.generation.clone();
      t.namesShared = false;
    }
    t.generation[instance]++;
  }

  private static void take(Table t, int seat, Pile pile, int instance) {
    int at = Table.at(seat, pile);
    t.piles[at] = Ints.without(t.piles[at], instance);
  }

  /** On top of its owner's pile. */
  private static void put(Table t, Pile pile, int instance) {
    int at = Table.at(t.owner[instance], pile);
    t.piles[at] = Ints.with(t.piles[at], instance);
    if (pile.hidden()) {
      rename(t, instance);
    }
  }

  private static void move(Table t, int seat, Pile from, Pile to, int instance) {
    take(t, seat, from, instance);
    put(t, to, instance);
  }

  private static void moveAll(Table t, Seat seat, Pile from, Pile to, List<Integer> refs) {
    int source = Table.at(seat.index(), from);
    int[] pile = t.piles[source];
    int count = refs.size();
    int[] moved = new int[count];
    boolean fromTop = count <= pile.length;
    for (int i = 0; i < count; i++) {
      moved[i] = Ref.instance(refs.get(i));
      fromTop &= pile[pile.length - 1 - i] == moved[i];
    }
    if (fromTop) {
      t.piles[source] = Arrays.copyOf(pile, pile.length - count);
    } else {
      for (int instance : moved) {
        take(t, seat.index(), from, instance);
      }
    }
    int sink = Table.at(seat.index(), to);
    int length = t.piles[sink].length;
    int[] next = Arrays.copyOf(t.piles[sink], length + count);
    System.arraycopy(moved, 0, next, length, count);
    t.piles[sink] = next;
    if (to.hidden()) {
      for (int instance : moved) {
        rename(t, instance);
      }
    }
  }

  /** Where a destination is; a deck's bottom is its first place. */
  private static void putAt(Table t, Destination to, int instance) {
    switch (to) {
      case HAND -> put(t, Pile.HAND, instance);
      case DECK, DECK_TOP -> put(t, deckOf(t, instance), instance);
      case DECK_BOTTOM -> {
        int at = Table.at(t.owner[instance], deckOf(t, instance));
        t.piles[at] = Ints.withFirst(t.piles[at], instance);
        rename(t, instance);
      }
      case DISCARD -> put(t, Pile.DISCARD, instance);
      case BENCH -> throw new IllegalStateException("a card is benched by its own event");
    }
  }

  /** Cards go back to the deck they came from, and those of an energy deck to that. */
  private static Pile deckOf(Table t, int instance) {
    int seat = t.owner[instance];
    boolean fromEnergyDeck =
        instance >= t.setting.deckEnd(seat) && instance < t.setting.energyDeckEnd(seat);
    return fromEnergyDeck ? Pile.ENERGY_DECK : Pile.DECK;
  }

  private static void cardsMoved(Table t, Event.CardsMoved e) {
    List<Integer> cards = e.before();
    for (int i = 0; i < cards.size(); i++) {
      int instance = Ref.instance(cards.get(i));
      take(t, e.seat().index(), e.from(), instance);
      putAt(t, e.to(), instance);
    }
  }

  private static void shuffled(Table t, Event.DeckShuffled e) {
    int[] order = Ints.array(e.order());
    t.piles[Table.at(e.seat().index(), Pile.DECK)] = order;
    for (int instance : order) {
      rename(t, instance);
    }
  }

  private static void mulligan(Table t, Event.MulliganTaken e) {
    if (e.alone()) {
      t.mulligans[e.seat().index()]++;
    }
    moveAll(t, e.seat(), Pile.HAND, Pile.DECK, e.cards());
  }

  private static void prizeTaken(Table t, Event.PrizeTaken e) {
    move(t, e.seat().index(), Pile.PRIZES, Pile.HAND, Ref.instance(e.card()));
    happened(t, e.seat(), Happening.TOOK_PRIZE);
  }

  private static void happened(Table t, Seat seat, Happening what) {
    t.thisTurn[seat.index()] |= Happenings.bit(what);
  }

  // The course of the game

  private static void gameBegan(Table t, Event.GameBegan e) {
    t.status = GameStatus.ACTIVE;
    t.first = e.first().index();
    t.placing = -1;
  }

  private static void suddenDeath(Table t, Event.SuddenDeathBegan e) {
    t.round = e.number();
    t.status = GameStatus.SETUP;
    t.phase = Phase.START;
    t.turn = 0;
    t.first = -1;
    t.placing = -1;
    t.revealed = false;
    int brought = t.setting.definitions().size();
    t.definition = Arrays.copyOf(t.definition, brought);
    t.owner = Arrays.copyOf(t.owner, brought);
    t.generation = Arrays.copyOf(t.generation, brought);
    t.namesShared = false;
    t.active[0] = null;
    t.active[1] = null;
    t.bench[0] = new Pokemon[0];
    t.bench[1] = new Pokemon[0];
    t.stadium = -1;
    t.gatherDecks();
    for (int instance = 0; instance < brought; instance++) {
      t.generation[instance]++;
    }
    t.lasting = Table.NO_LASTING;
    t.delayed = Table.NO_DELAYED;
    for (int seat = 0; seat < 2; seat++) {
      t.points[seat] = 0;
      t.mulligans[seat] = 0;
      t.thisTurn[seat] = 0;
      t.lastTurn[seat] = 0;
      t.zoneNow[seat] = -1;
      t.zoneNext[seat] = -1;
    }
    clearCounters(t);
  }

  private static void clearCounters(Table t) {
    t.energyAttached = 0;
    t.supporters = 0;
    t.stadiums = 0;
    t.items = 0;
    t.retreats = 0;
    t.extraEnergy = 0;
    t.extraSupporters = 0;
    t.usedNames = List.of();
  }

  private static void turnBegan(Table t, Event.TurnBegan e) {
    t.turn = e.number();
    t.turnSeat = e.seat().index();
    t.phase = Phase.START;
    t.graceUsed = 0;
    t.expired = false;
    clearCounters(t);
    t.lastTurn[0] = t.thisTurn[0];
    t.lastTurn[1] = t.thisTurn[1];
    t.thisTurn[0] = 0;
    t.thisTurn[1] = 0;
  }

  /** What was to last until now is over. */
  private static void turnEnded(Table t, Event.TurnEnded e) {
    keepLasting(t, lasting -> lasting.until() > e.number());
  }

  private interface Keep {
    boolean keeps(Lasting lasting);
  }

  private static void keepLasting(Table t, Keep keep) {
    if (t.lasting.length == 0) {
      return;
    }
    List<Lasting> kept = new ArrayList<>();
    for (Lasting lasting : t.lasting) {
      if (keep.keeps(lasting)) {
        kept.add(lasting);
      }
    }
    if (kept.size() < t.lasting.length) {
      t.lasting = kept.toArray(Table.NO_LASTING);
    }
  }

  // Pokémon

  private static Pokemon edit(Table t, int serial) {
    for (int seat = 0; seat < 2; seat++) {
      Pokemon there = t.active[seat];
      if (there != null && there.serial == serial) {
        Pokemon copy = there.copy();
        t.active[seat] = copy;
        return copy;
      }
      Pokemon[] bench = t.bench[seat];
      for (int i = 0; i < bench.length; i++) {
        if (bench[i].serial == serial) {
          Pokemon copy = bench[i].copy();
          t.bench[seat] = bench.clone();
          t.bench[seat][i] = copy;
          return copy;
        }
      }
    }
    throw new IllegalStateException("no Pokémon " + serial + " in play");
  }

  private static Pokemon created(Table t, Seat seat, int instance, int serial) {
    Pokemon pokemon = new Pokemon(serial, seat.index());
    pokemon.cards = new int[] {instance};
    pokemon.entered = t.turn;
    pokemon.changed = t.turn;
    pokemon.stamp = t.stamps++;
    t.nextSerial = Math.max(t.nextSerial, serial + 1);
    return pokemon;
  }

  private static void toBench(Table t, Pokemon pokemon) {
    Pokemon[] bench = t.bench[pokemon.seat];
    Pokemon[] next = Arrays.copyOf(bench, bench.length + 1);
    next[bench.length] = pokemon;
    t.bench[pokemon.seat] = next;
  }

  private static void offBench(Table t, int seat, int serial) {
    Pokemon[] bench = t.bench[seat];
    Pokemon[] next = new Pokemon[bench.length - 1];
    int to = 0;
    for (Pokemon pokemon : bench) {
      if (pokemon.serial != serial) {
        next[to++] = pokemon;
      }
    }
    t.bench[seat] = next;
  }

  private static void enter(Table t, Seat seat, Pile from, int card, int serial) {
    take(t, seat.index(), from, Ref.instance(card));
    toBench(t, created(t, seat, Ref.instance(card), serial));
  }

  private static void placed(Table t, Event.Placed e) {
    take(t, e.seat().index(), Pile.HAND, Ref.instance(e.card()));
    Pokemon pokemon = created(t, e.seat(), Ref.instance(e.card()), e.serial());
    if (e.active()) {
      t.active[e.seat().index()] = pokemon;
    } else {
      toBench(t, pokemon);
    }
  }

  private static void evolved(Table t, Event.Evolved e) {
    int instance = Ref.instance(e.card());
    take(t, e.seat().index(), e.from(), instance);
    Pokemon pokemon = edit(t, e.serial());
    pokemon.cards = Ints.with(pokemon.cards, instance);
    pokemon.changed = t.turn;
    pokemon.stamp = t.stamps++;
    pokemon.conditions = 0;
    pokemon.poison = 0;
    pokemon.used = 0;
    endAttackEffects(t, e.serial());
    happened(t, e.seat(), Happening.EVOLVED);
  }

  /** Effects of attacks, and those until it evolves; what a Trainer gave it for a turn stays. */
  private static void endAttackEffects(Table t, int serial) {
    keepLasting(
        t,
        lasting ->
            lasting.target() != serial
                || (!lasting.whileActive() && lasting.until() != Integer.MAX_VALUE));
  }

  private static void devolved(Table t, Event.Devolved e) {
    int instance = Ref.instance(e.after());
    Pokemon pokemon = edit(t, e.serial());
    pokemon.cards = Ints.without(pokemon.cards, instance);
    pokemon.changed = t.turn;
    pokemon.stamp = t.stamps++;
    pokemon.conditions = 0;
    pokemon.poison = 0;
    pokemon.used = 0;
    endAttackEffects(t, e.serial());
    putAt(t, e.to(), instance);
  }

  private static void leftPlay(Table t, Event.LeftPlay e) {
    Pokemon pokemon = edit(t, e.serial());
    int seat = pokemon.seat;
    if (t.isActive(pokemon)) {
      t.active[seat] = null;
    } else {
      offBench(t, seat, e.serial());
    }
    for (int instance : pokemon.cards) {
      putAt(t, e.to(), instance);
    }
    for (int instance : pokemon.energy) {
      putAt(t, e.attached(), instance);
    }
    for (int instance : pokemon.tools) {
      putAt(t, e.attached(), instance);
    }
    keepLasting(t, lasting -> lasting.target() != e.serial());
    if (e.knockedOut()) {
      happened(t, e.seat(), Happening.KNOCKED_OUT);
    }
    if (e.byAttack()) {
      happened(t, e.seat(), Happening.KNOCKED_OUT_BY_ATTACK);
    }
  }

  private static void activeChanged(Table t, Event.ActiveChanged e) {
    int seat = e.seat().index();
    Pokemon up = edit(t, e.serial());
    up.stamp = t.stamps++;
    Pokemon former = t.active[seat];
    if (former == null) {
      offBench(t, seat, e.serial());
      t.active[seat] = up;
      return;
    }
    Pokemon down = former.copy();
    down.conditions = 0;
    down.poison = 0;
    down.stamp = t.stamps++;
    Pokemon[] bench = t.bench[seat];
    for (int i = 0; i < bench.length; i++) {
      if (bench[i].serial == e.serial()) {
        bench[i] = down;
      }
    }
    t.active[seat] = up;
    int left = down.serial;
    keepLasting(t, lasting -> lasting.target() != left || !lasting.whileActive());
  }

  // What is attached

  private static void energyAttached(Table t, Event.EnergyAttached e) {
    int instance = Ref.instance(e.card());
    take(t, e.seat().index(), e.from(), instance);
    addEnergy(t, e.serial(), instance);
    countEnergy(t, e.seat(), e.ofTurn());
  }

  private static void countEnergy(Table t, Seat seat, boolean ofTurn) {
    if (ofTurn) {
      t.energyAttached++;
      happened(t, seat, Happening.ATTACHED_ENERGY);
    }
  }

  private static void addEnergy(Table t, int serial, int instance) {
    Pokemon holder = edit(t, serial);
    holder.energy = Ints.with(holder.energy, instance);
  }

  private static void energyGenerated(Table t, Event.EnergyGenerated e) {
    t.definition = Ints.with(t.definition, e.definition());
    t.owner = Ints.with(t.owner, e.seat().index());
    t.generation = Ints.with(t.generation, 0);
    t.namesShared = false;
    addEnergy(t, e.serial(), e.instance());
    countEnergy(t, e.seat(), e.ofTurn());
  }

  private static void energyMoved(Table t, Event.EnergyMoved e) {
    int instance = Ref.instance(e.card());
    Pokemon from = edit(t, e.from());
    from.energy = Ints.without(from.energy, instance);
    addEnergy(t, e.to(), instance);
  }

  private static void detached(Table t, Event.Detached e) {
    int instance = Ref.instance(e.card());
    Pokemon holder = edit(t, e.serial());
    holder.energy = Ints.without(holder.energy, instance);
    holder.tools = Ints.without(holder.tools, instance);
    putAt(t, e.to(), instance);
  }

  // Trainers and abilities

  private static void trainerPlayed(Table t, Event.TrainerPlayed e) {
    int instance = Ref.instance(e.card());
    move(t, e.seat().index(), Pile.HAND, Pile.PLAYING, instance);
    switch (t.face(instance).sort) {
      case SUPPORTER -> {
        t.supporters++;
        happened(t, e.seat(), Happening.PLAYED_SUPPORTER);
      }
      case ITEM -> {
        t.items++;
        happened(t, e.seat(), Happening.PLAYED_ITEM);
      }
      case POKEMON, STADIUM, TOOL, ENERGY -> {}
    }
  }

  private static void stadiumPlayed(Table t, Event.StadiumPlayed e) {
    int instance = Ref.instance(e.card());
    take(t, e.seat().index(), Pile.HAND, instance);
    t.stadium = instance;
    t.stadiumStamp = t.stamps++;
    t.stadiums++;
    happened(t, e.seat(), Happening.PLAYED_STADIUM);
  }

  private static void abilityUsed(Table t, Event.AbilityUsed e) {
    if (e.byName()) {
      List<String> names = new ArrayList<>(t.usedNames);
      names.add(e.name());
      t.usedNames = List.copyOf(names);
    }
    if (e.serial() < 0) {
      return;
    }
    Pokemon pokemon = edit(t, e.serial());
    if (pokemon.usedTurn != t.turn) {
      pokemon.used = 0;
      pokemon.usedTurn = t.turn;
    }
    pokemon.used |= 1 << e.ability();
  }

  private static void conditionApplied(Table t, Event.ConditionApplied e) {
    Pokemon pokemon = edit(t, e.serial());
    if ((e.condition().bit() & SpecialCondition.TURNED) != 0) {
      pokemon.conditions &= ~SpecialCondition.TURNED;
    }
    pokemon.conditions |= e.condition().bit();
    if (e.condition() == SpecialCondition.POISONED) {
      pokemon.poison = e.strength();
    }
  }
}
