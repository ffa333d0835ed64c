package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Face;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.config.RulesConfig.EnergySource;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pending;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a player may do something now; null means yes. Commands and the list of legal ones both
 * ask here.
 */
final class Legality {
  private Legality() {}

  static @Nullable Rejection of(Table t, Command command) {
    if (t.status() == GameStatus.FINISHED) {
      return new Rejection.GameOver();
    }
    return switch (command) {
      case Command.Resign _ -> null;
      case Command.ExpireClock expire -> expire(t, expire);
      case Command.GrantGrace grace -> grace(t, grace);
      case Command.Select select -> select(t, select);
      case Command.PlayPokemon play -> orBlocked(t, command, () -> playPokemon(t, play));
      case Command.Pass pass -> orBlocked(t, command, () -> pass(t, pass.seat()));
      case Command.Evolve evolve -> inTurn(t, command, () -> evolve(t, evolve));
      case Command.AttachEnergy attach -> inTurn(t, command, () -> attach(t, attach));
      case Command.AttachFromZone attach -> inTurn(t, command, () -> attachFromZone(t, attach));
      case Command.PlayTrainer play -> inTurn(t, command, () -> playTrainer(t, play));
      case Command.PlayTool play -> inTurn(t, command, () -> playTool(t, play));
      case Command.UseAbility use -> inTurn(t, command, () -> useAbility(t, use));
      case Command.Retreat retreat -> inTurn(t, command, () -> retreat(t, retreat));
      case Command.RetreatPaying retreat -> inTurn(t, command, () -> retreat(t, retreat));
      case Command.Attack attack -> inTurn(t, command, () -> attack(t, attack));
    };
  }

  private interface Question {
    @Nullable Rejection answer();
  }

  /**
   * Whatever a player does on their own: it is for them to act and nothing has to be chosen first.
   */
  private static @Nullable Rejection orBlocked(Table t, Command command, Question question) {
    Pending pending = t.pending();
    if (t.toAct() != command.seat()) {
      return new Rejection.NotYourTurn();
    }
    return pending == null ? question.answer() : new Rejection.ChooseFirst();
  }

  private static @Nullable Rejection inTurn(Table t, Command command, Question question) {
    return orBlocked(
        t,
        command,
        () -> t.status() == GameStatus.ACTIVE ? question.answer() : new Rejection.NotInSetup());
  }

  // Clock

  private static @Nullable Rejection expire(Table t, Command.ExpireClock expire) {
    if (t.toAct() != expire.seat() || t.clock() != expire.clock()) {
      return new Rejection.ClockReplaced();
    }
    return null;
  }

  private static @Nullable Rejection grace(Table t, Command.GrantGrace grace) {
    if (t.rules().timer().graceMs() == 0) {
      return new Rejection.NoClock();
    }
    if (t.toAct() != grace.seat()) {
      return new Rejection.NotYourTurn();
    }
    return t.graceUsed(grace.seat()) ? new Rejection.GraceUsed(grace.seat()) : null;
  }

  // Choices

  private static @Nullable Rejection select(Table t, Command.Select select) {
    Pending pending = t.pending();
    if (pending == null || pending.seat() != select.seat()) {
      return t.toAct() == select.seat()
          ? new Rejection.NoSuchChoice()
          : new Rejection.NotYourTurn();
    }
    if (pending.number() != select.choice()) {
      return new Rejection.NoSuchChoice();
    }
    Rejection bad = new Rejection.BadSelection(pending.min(), pending.max());
    List<Integer> options = select.options();
    if (options.size() < pending.min() || options.size() > pending.max()) {
      return bad;
    }
    for (int i = 0; i < options.size(); i++) {
      int option = options.get(i);
      if (option < 0
          || option >= pending.options().size()
          || options.subList(0, i).contains(option)) {
        return bad;
      }
    }
    return pending.worth() > 0 && worth(t, pending, options) < pending.worth() ? bad : null;
  }

  private static int worth(Table t, Pending pending, List<Integer> options) {
    Pokemon active = t.active(pending.seat());
    int worth = 0;
    for (int option : options) {
      int card = pending.options().get(option);
      worth += active == null ? 0 : Energies.cardUnits(t, active, card).length;
    }
    return worth;
  }

  // Pokémon

  private static @Nullable Rejection playPokemon(Table t, Command.PlayPokemon play) {
    Seat seat = play.seat();
    if (!isInHand(t, seat, play.card())) {
      return new Rejection.NoSuchCard();
    }
    Face face = t.face(play.card());
    if (!face.isPokemon()) {
      return new Rejection.WrongKindOfCard();
    }
    if (!face.isBasicPokemon()) {
      return new Rejection.NotBasic();
    }
    boolean toActive = t.status() == GameStatus.SETUP && t.active(seat) == null;
    if (!toActive && t.benchCount(seat) >= t.rules().bench().max()) {
      return new Rejection.BenchFull(t.rules().bench().max());
    }
    return t.status() == GameStatus.ACTIVE && Questions.mayNotPlay(t, seat, face)
        ? new Rejection.Forbidden()
        : null;
  }

  private static boolean isInHand(Table t, Seat seat, int card) {
    return card >= 0 && card < t.instances() && t.holds(seat, Pile.HAND, card);
  }

  private static @Nullable Rejection pass(Table t, Seat seat) {
    return t.status() == GameStatus.SETUP && t.active(seat) == null
        ? new Rejection.PlaceActiveFirst()
        : null;
  }

  private static @Nullable Pokemon own(Table t, Seat seat, int serial) {
    Pokemon pokemon = t.find(serial);
    return pokemon != null && pokemon.seat() == seat ? pokemon : null;
  }

  private static @Nullable Rejection evolve(Table t, Command.Evolve evolve) {
    if (!isInHand(t, evolve.seat(), evolve.card())) {
      return new Rejection.NoSuchCard();
    }
    Face face = t.face(evolve.card());
    if (!face.isPokemon()) {
      return new Rejection.WrongKindOfCard();
    }
    Pokemon target = own(t, evolve.seat(), evolve.target());
    if (target == null) {
      return new Rejection.NoSuchTarget();
    }
    if (!PokemonOperations.fits(t, face, target, false)) {
      return new Rejection.DoesNotEvolve();
    }
    if (!mayEvolve(t, target)) {
      return new Rejection.TooEarlyToEvolve();
    }
    return Questions.mayNotPlay(t, evolve.seat(), face)
            || Questions.has(t, target, Static.CannotEvolve.class)
        ? new Rejection.Forbidden()
        : null;
  }

  /**
   * Whether its time has come: not in its first turn in play or after evolving, nor in a player's
   * first.
   */
  static boolean mayEvolve(Table t, Pokemon target) {
    boolean firstTurn = t.turn() <= 2 && !t.rules().firstTurn().evolve();
    boolean tooNew = target.changed() >= t.turn() && !t.rules().evolution().sameTurn();
    return (!firstTurn && !tooNew) || Questions.has(t, target, Static.EvolvesAtOnce.class);
  }

  // Energy

  private static @Nullable Rejection attach(Table t, Command.AttachEnergy attach) {
    if (!isInHand(t, attach.seat(), attach.card())) {
      return new Rejection.NoSuchCard();
    }
    Face face = t.face(attach.card());
    if (!face.isEnergy()) {
      return new Rejection.WrongKindOfCard();
    }
    Pokemon target = own(t, attach.seat(), attach.target());
    if (target == null) {
      return new Rejection.NoSuchTarget();
    }
    if (t.rules().energy().source() != EnergySource.HAND) {
      return new Rejection.WrongEnergySource();
    }
    Rejection limit = energyLimit(t, attach.seat());
    if (limit != null) {
      return limit;
    }
    return Questions.mayNotPlay(t, attach.seat(), face) || !mayHave(t, face, target)
        ? new Rejection.Forbidden()
        : null;
  }

  private static boolean mayHave(Table t, Face energy, Pokemon target) {
    var only = ((CardDefinition.Energy) energy.definition).attachesTo();
    return only.isEmpty()
        || Filters.matches(t, Fr.asking(target.seat(), target.serial(), -1), only.get(), target);
  }

  private static @Nullable Rejection energyLimit(Table t, Seat seat) {
    if (t.turn() == 1 && !t.rules().firstTurn().energy()) {
      return new Rejection.NotInFirstTurn();
    }
    int allowed = Questions.energyAllowed(t, seat);
    if (t.energyAttached() >= allowed) {
      return new Rejection.EnergyAlreadyAttached(allowed);
    }
    return Questions.mayNotAttach(t, seat) ? new Rejection.Forbidden() : null;
  }

  private static @Nullable Rejection attachFromZone(Table t, Command.AttachFromZone attach) {
    if (t.rules().energy().source() == EnergySource.HAND) {
      return new Rejection.WrongEnergySource();
    }
    Pokemon target = own(t, attach.seat(), attach.target());
    if (target == null) {
      return new Rejection.NoSuchTarget();
    }
    Rejection limit = energyLimit(t, attach.seat());
    if (limit != null) {
      return limit;
    }
    if (t.zoneNow(attach.seat()).isPresent()) {
      return null;
    }
    int card = Turns.zoneCard(t, attach.seat());
    if (card < 0) {
      return new Rejection.NoEnergyInZone();
    }
    return mayHave(t, t.face(card), target) ? null : new Rejection.Forbidden();
  }

  // Trainers

  private static @Nullable Rejection playTrainer(Table t, Command.PlayTrainer play) {
    Seat seat = play.seat();
    if (!isInHand(t, seat, play.card())) {
      return new Rejection.NoSuchCard();
    }
    Face face = t.face(play.card());
    Rejection limit =
        switch (face.sort) {
          case ITEM -> itemLimit(t);
          case SUPPORTER -> supporterLimit(t, seat);
          case STADIUM -> stadiumLimit(t, face);
          case TOOL -> new Rejection.NoSuchTarget();
          case POKEMON, ENERGY -> new Rejection.WrongKindOfCard();
        };
    if (limit != null) {
      return limit;
    }
    if (Questions.mayNotPlay(t, seat, face)) {
      return new Rejection.Forbidden();
    }
    return face.sort == Face.Sort.STADIUM ? null : trainerEffect(t, seat, play.card(), face);
  }

  private static @Nullable Rejection itemLimit(Table t) {
    int allowed = t.rules().trainers().items();
    return allowed > 0 && t.items() >= allowed ? new Rejection.TooManyItems(allowed) : null;
  }

  private static @Nullable Rejection supporterLimit(Table t, Seat seat) {
    if (t.turn() == 1 && !t.rules().firstTurn().supporter()) {
      return new Rejection.NotInFirstTurn();
    }
    int allowed = Questions.supportersAllowed(t, seat);
    return t.supporters() >= allowed ? new Rejection.SupporterAlreadyPlayed(allowed) : null;
  }

  private static @Nullable Rejection stadiumLimit(Table t, Face face) {
    int allowed = t.rules().trainers().stadiums();
    if (t.stadiums() >= allowed) {
      return new Rejection.StadiumAlreadyPlayed(allowed);
    }
    return t.stadium() >= 0 && t.face(t.stadium()).name.equals(face.name)
        ? new Rejection.SameStadium()
        : null;
  }

  private static @Nullable Rejection trainerEffect(Table t, Seat seat, int card, Face face) {
    CardDefinition.Trainer trainer = (CardDefinition.Trainer) face.definition;
    Fr asking = new Fr(Frame.Kind.PROGRAM, face.number, face.playProgram(), seat, -1, card, -1);
    Optional<Condition> playable = trainer.playable();
    if (playable.isPresent() && !Questions.holds(t, asking, playable.get())) {
      return new Rejection.WouldDoNothing();
    }
    return Usefulness.of(t, asking, trainer.effects()) ? null : new Rejection.WouldDoNothing();
  }

  private static @Nullable Rejection playTool(Table t, Command.PlayTool play) {
    if (!isInHand(t, play.seat(), play.card())) {
      return new Rejection.NoSuchCard();
    }
    Face face = t.face(play.card());
    if (face.sort != Face.Sort.TOOL) {
      return new Rejection.WrongKindOfCard();
    }
    Pokemon target = own(t, play.seat(), play.target());
    if (target == null) {
      return new Rejection.NoSuchTarget();
    }
    int allowed = t.rules().trainers().toolsPerPokemon();
    if (target.toolCount() >= allowed) {
      return new Rejection.ToolAlreadyAttached(allowed);
    }
    return Questions.mayNotPlay(t, play.seat(), face) ? new Rejection.Forbidden() : null;
  }

  // Abilities

  private static @Nullable Rejection useAbility(Table t, Command.UseAbility use) {
    Pokemon user = own(t, use.seat(), use.pokemon());
    boolean stadium = use.pokemon() == Command.STADIUM && t.stadium() >= 0;
    if (user == null && !stadium) {
      return new Rejection.NoSuchTarget();
    }
    int card = user == null ? t.stadium() : user.top();
    Face face = t.face(card);
    if (use.ability() < 0
        || use.ability() >= face.abilities.size()
        || !(face.abilities.get(use.ability()) instanceof Ability.Activated ability)) {
      return new Rejection.NoSuchAbility();
    }
    if (user != null && Questions.has(t, user, Static.NoAbilities.class)) {
      return new Rejection.Forbidden();
    }
    if (isUsed(t, use, user, ability)) {
      return new Rejection.AbilityAlreadyUsed();
    }
    Fr asking =
        new Fr(
            Frame.Kind.PROGRAM,
            face.number,
            face.abilityProgram(use.ability()),
            use.seat(),
            user == null ? -1 : user.serial(),
            card,
            -1);
    boolean holds = ability.when().isEmpty() || Questions.holds(t, asking, ability.when().get());
    return holds && Usefulness.of(t, asking, ability.effects())
        ? null
        : new Rejection.WouldDoNothing();
  }

  private static boolean isUsed(
      Table t, Command.UseAbility use, @Nullable Pokemon user, Ability.Activated ability) {
    if (user == null) {
      return t.abilityNameUsed(ability.name());
    }
    return switch (ability.limit().orElse(Ability.Limit.ONCE_PER_TURN)) {
      case ONCE_PER_TURN -> user.hasUsed(use.ability(), t.turn());
      case ONCE_PER_TURN_BY_NAME -> t.abilityNameUsed(ability.name());
      case UNLIMITED -> false;
    };
  }

  // Retreat

  private static @Nullable Rejection retreat(Table t, Command.Retreat retreat) {
    return canRetreat(t, retreat.seat(), retreat.bench());
  }

  private static @Nullable Rejection canRetreat(Table t, Seat seat, int bench) {
    Pokemon active = t.active(seat);
    Pokemon up = own(t, seat, bench);
    if (active == null || up == null || t.isActive(up)) {
      return new Rejection.NoSuchTarget();
    }
    int allowed = t.rules().retreat().perTurn();
    if (t.retreats() >= allowed) {
      return new Rejection.AlreadyRetreated(allowed);
    }
    if (cannotMove(active)) {
      return new Rejection.CannotMove();
    }
    if (Questions.has(t, active, Static.CannotRetreat.class)) {
      return new Rejection.Forbidden();
    }
    int cost = Questions.retreatCost(t, active);
    return cost > 0 && Energies.units(t, active).length < cost
        ? new Rejection.CannotPayRetreat(cost)
        : null;
  }

  static boolean cannotMove(Pokemon active) {
    return active.has(SpecialCondition.ASLEEP) || active.has(SpecialCondition.PARALYZED);
  }

  private static @Nullable Rejection retreat(Table t, Command.RetreatPaying retreat) {
    Rejection rejection = canRetreat(t, retreat.seat(), retreat.bench());
    if (rejection != null) {
      return rejection;
    }
    Pokemon active = Objects.requireNonNull(t.active(retreat.seat()));
    int cost = Questions.retreatCost(t, active);
    int[] paid = Ints.array(retreat.energy());
    for (int i = 0; i < paid.length; i++) {
      boolean twice = Ints.indexOf(paid, paid[i]) != i;
      if (twice || !Ints.contains(Energies.cards(active), paid[i])) {
        return new Rejection.NoSuchCard();
      }
    }
    boolean enough = Energies.worth(t, active, paid) >= cost;
    boolean tooMuch = cost == 0 && paid.length > 0;
    return enough && !tooMuch ? null : new Rejection.CannotPayRetreat(cost);
  }

  // Attack

  private static @Nullable Rejection attack(Table t, Command.Attack command) {
    Pokemon active = t.active(command.seat());
    if (active == null) {
      return new Rejection.NoSuchAttack(0);
    }
    Attackable attackable = Attackable.of(t, active);
    if (command.attack() < 0 || command.attack() >= attackable.size()) {
      return new Rejection.NoSuchAttack(attackable.size());
    }
    if (t.turn() == 1 && !t.rules().firstTurn().attack()) {
      return new Rejection.NotInFirstTurn();
    }
    if (cannotMove(active)) {
      return new Rejection.CannotMove();
    }
    if (isForbidden(t, active, attackable.name(command.attack()))) {
      return new Rejection.Forbidden();
    }
    int[] cost = Energies.cost(t, active, attackable.cost(command.attack()));
    int[] units = Energies.units(t, active);
    return Energies.pays(cost, units)
        ? null
        : new Rejection.CostNotPaid(Energies.missing(cost, units));
  }

  private static boolean isForbidden(Table t, Pokemon active, String name) {
    for (Source source : Statics.of(t)) {
      boolean forbids =
          source.gives() instanceof Static.CannotAttack
              || (source.gives() instanceof Static.CannotUseAttack(String which)
                  && which.equals(name));
      if (forbids && Statics.touches(t, source, active)) {
        return true;
      }
    }
    return false;
  }
}
