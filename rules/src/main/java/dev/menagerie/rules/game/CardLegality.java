package dev.menagerie.rules.game;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Face;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.config.RulesConfig.EnergySource;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a player may play a card from hand, or attach the energy of the turn. */
final class CardLegality {
  private CardLegality() {}

  static @Nullable Rejection playPokemon(Table t, Command.PlayPokemon play) {
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
    return t.status() == GameStatus.ACTIVE && Traits.mayNotPlay(t, seat, face)
        ? new Rejection.Forbidden()
        : null;
  }

  private static boolean isInHand(Table t, Seat seat, int card) {
    return card >= 0 && card < t.instances() && t.holds(seat, Pile.HAND, card);
  }

  static @Nullable Rejection evolve(Table t, Command.Evolve evolve) {
    if (!isInHand(t, evolve.seat(), evolve.card())) {
      return new Rejection.NoSuchCard();
    }
    Face face = t.face(evolve.card());
    if (!face.isPokemon()) {
      return new Rejection.WrongKindOfCard();
    }
    Pokemon target = Legality.own(t, evolve.seat(), evolve.target());
    if (target == null) {
      return new Rejection.NoSuchTarget();
    }
    if (!PokemonOperations.fits(t, face, target, false)) {
      return new Rejection.DoesNotEvolve();
    }
    if (!mayEvolve(t, target)) {
      return new Rejection.TooEarlyToEvolve();
    }
    return Traits.mayNotPlay(t, evolve.seat(), face)
            || Traits.has(t, target, Static.CannotEvolve.class)
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
    return (!firstTurn && !tooNew) || Traits.has(t, target, Static.EvolvesAtOnce.class);
  }

  // Energy

  static @Nullable Rejection attach(Table t, Command.AttachEnergy attach) {
    if (!isInHand(t, attach.seat(), attach.card())) {
      return new Rejection.NoSuchCard();
    }
    Face face = t.face(attach.card());
    if (!face.isEnergy()) {
      return new Rejection.WrongKindOfCard();
    }
    Pokemon target = Legality.own(t, attach.seat(), attach.target());
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
    return Traits.mayNotPlay(t, attach.seat(), face) || !mayHave(t, face, target)
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
    int allowed = Traits.energyAllowed(t, seat);
    if (t.energyAttached() >= allowed) {
      return new Rejection.EnergyAlreadyAttached(allowed);
    }
    return Traits.mayNotAttach(t, seat) ? new Rejection.Forbidden() : null;
  }

  static @Nullable Rejection attachFromZone(Table t, Command.AttachFromZone attach) {
    if (t.rules().energy().source() == EnergySource.HAND) {
      return new Rejection.WrongEnergySource();
    }
    Pokemon target = Legality.own(t, attach.seat(), attach.target());
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

  static @Nullable Rejection playTrainer(Table t, Command.PlayTrainer play) {
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
    if (Traits.mayNotPlay(t, seat, face)) {
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
    int allowed = Traits.supportersAllowed(t, seat);
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

  static @Nullable Rejection playTool(Table t, Command.PlayTool play) {
    if (!isInHand(t, play.seat(), play.card())) {
      return new Rejection.NoSuchCard();
    }
    Face face = t.face(play.card());
    if (face.sort != Face.Sort.TOOL) {
      return new Rejection.WrongKindOfCard();
    }
    Pokemon target = Legality.own(t, play.seat(), play.target());
    if (target == null) {
      return new Rejection.NoSuchTarget();
    }
    int allowed = t.rules().trainers().toolsPerPokemon();
    if (target.toolCount() >= allowed) {
      return new Rejection.ToolAlreadyAttached(allowed);
    }
    return Traits.mayNotPlay(t, play.seat(), face) ? new Rejection.Forbidden() : null;
  }
}
