package dev.menagerie.rules.command;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.config.RulesConfig.EnergySource;
import dev.menagerie.rules.query.Conditions;
import dev.menagerie.rules.query.Context;
import dev.menagerie.rules.query.Energies;
import dev.menagerie.rules.query.Evolutions;
import dev.menagerie.rules.query.PlayerLimits;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.query.Traits;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a player may play a card from hand or attach the energy of the turn. */
final class CardLegality {
  private CardLegality() {}

  static @Nullable Rejection playPokemon(Table table, Command.PlayPokemon play) {
    Seat seat = play.seat();
    if (!isInHand(table, seat, play.card())) {
      return new Rejection.NoSuchCard();
    }
    CompiledCard face = table.face(play.card());
    if (!face.isPokemon()) {
      return new Rejection.WrongKindOfCard();
    }
    if (!face.isBasicPokemon()) {
      return new Rejection.NotBasic();
    }
    boolean toActive = table.status() == GameStatus.SETUP && table.active(seat) == null;
    int size = PlayerLimits.benchSize(table, seat);
    if (!toActive && table.benchCount(seat) >= size) {
      return new Rejection.BenchFull(size);
    }
    return table.status() == GameStatus.ACTIVE && PlayerLimits.mayNotPlay(table, seat, face)
        ? new Rejection.Forbidden()
        : null;
  }

  private static boolean isInHand(Table table, Seat seat, int card) {
    return card >= 0 && card < table.instances() && table.holds(seat, Pile.HAND, card);
  }

  static @Nullable Rejection evolve(Table table, Command.Evolve evolve) {
    if (!isInHand(table, evolve.seat(), evolve.card())) {
      return new Rejection.NoSuchCard();
    }
    CompiledCard face = table.face(evolve.card());
    if (!face.isPokemon()) {
      return new Rejection.WrongKindOfCard();
    }
    Pokemon target = Targets.own(table, evolve.seat(), evolve.target());
    if (target == null) {
      return new Rejection.NoSuchTarget();
    }
    if (!Evolutions.fits(table, face, target, false)) {
      return new Rejection.DoesNotEvolve();
    }
    if (!Evolutions.mayEvolve(table, target)) {
      return new Rejection.TooEarlyToEvolve();
    }
    return PlayerLimits.mayNotPlay(table, evolve.seat(), face)
            || Traits.has(table, target, Static.CannotEvolve.class)
        ? new Rejection.Forbidden()
        : null;
  }

  // Energy

  static @Nullable Rejection attach(Table table, Command.AttachEnergy attach) {
    if (!isInHand(table, attach.seat(), attach.card())) {
      return new Rejection.NoSuchCard();
    }
    CompiledCard face = table.face(attach.card());
    if (!face.isEnergy()) {
      return new Rejection.WrongKindOfCard();
    }
    Pokemon target = Targets.own(table, attach.seat(), attach.target());
    if (target == null) {
      return new Rejection.NoSuchTarget();
    }
    if (table.rules().energy().source() != EnergySource.HAND) {
      return new Rejection.WrongEnergySource();
    }
    Rejection limit = energyLimit(table, attach.seat());
    if (limit != null) {
      return limit;
    }
    return PlayerLimits.mayNotPlay(table, attach.seat(), face)
            || !Energies.mayHave(table, face, target)
        ? new Rejection.Forbidden()
        : null;
  }

  private static @Nullable Rejection energyLimit(Table table, Seat seat) {
    if (table.turn() == 1 && !table.rules().firstTurn().energy()) {
      return new Rejection.NotInFirstTurn();
    }
    int allowed = PlayerLimits.energyAllowed(table, seat);
    if (table.counters().energyAttached() >= allowed) {
      return new Rejection.EnergyAlreadyAttached(allowed);
    }
    return PlayerLimits.mayNotAttach(table, seat) ? new Rejection.Forbidden() : null;
  }

  static @Nullable Rejection attachFromZone(Table table, Command.AttachFromZone attach) {
    if (table.rules().energy().source() == EnergySource.HAND) {
      return new Rejection.WrongEnergySource();
    }
    Pokemon target = Targets.own(table, attach.seat(), attach.target());
    if (target == null) {
      return new Rejection.NoSuchTarget();
    }
    Rejection limit = energyLimit(table, attach.seat());
    if (limit != null) {
      return limit;
    }
    if (table.zoneNow(attach.seat()).isPresent()) {
      return table.instances() < table.rules().limits().instances()
          ? null
          : new Rejection.NoEnergyInZone();
    }
    int card = Energies.flipped(table, attach.seat());
    if (card < 0) {
      return new Rejection.NoEnergyInZone();
    }
    return Energies.mayHave(table, table.face(card), target) ? null : new Rejection.Forbidden();
  }

  // Trainers

  static @Nullable Rejection playTrainer(Table table, Command.PlayTrainer play) {
    Seat seat = play.seat();
    if (!isInHand(table, seat, play.card())) {
      return new Rejection.NoSuchCard();
    }
    CompiledCard face = table.face(play.card());
    Rejection limit =
        switch (face.sort) {
          case ITEM -> itemLimit(table);
          case SUPPORTER -> supporterLimit(table, seat);
          case STADIUM -> stadiumLimit(table, face);
          case TOOL -> new Rejection.NoSuchTarget();
          case POKEMON, ENERGY -> new Rejection.WrongKindOfCard();
        };
    if (limit != null) {
      return limit;
    }
    if (PlayerLimits.mayNotPlay(table, seat, face)) {
      return new Rejection.Forbidden();
    }
    if (face.isPlayedAsItem()) {
      int size = PlayerLimits.benchSize(table, seat);
      return table.benchCount(seat) < size ? null : new Rejection.BenchFull(size);
    }
    return face.sort == CompiledCard.Sort.STADIUM
        ? null
        : trainerEffect(table, seat, play.card(), face);
  }

  private static @Nullable Rejection itemLimit(Table table) {
    int allowed = table.rules().trainers().items();
    return allowed > 0 && table.counters().items() >= allowed
        ? new Rejection.TooManyItems(allowed)
        : null;
  }

  private static @Nullable Rejection supporterLimit(Table table, Seat seat) {
    if (table.turn() == 1 && !table.rules().firstTurn().supporter()) {
      return new Rejection.NotInFirstTurn();
    }
    int allowed = PlayerLimits.supportersAllowed(table, seat);
    return table.counters().supporters() >= allowed
        ? new Rejection.SupporterAlreadyPlayed(allowed)
        : null;
  }

  private static @Nullable Rejection stadiumLimit(Table table, CompiledCard face) {
    int allowed = table.rules().trainers().stadiums();
    if (table.counters().stadiums() >= allowed) {
      return new Rejection.StadiumAlreadyPlayed(allowed);
    }
    return table.stadium() >= 0 && table.face(table.stadium()).name.equals(face.name)
        ? new Rejection.SameStadium()
        : null;
  }

  private static @Nullable Rejection trainerEffect(
      Table table, Seat seat, int card, CompiledCard face) {
    CardDefinition.Trainer trainer = (CardDefinition.Trainer) face.definition;
    Context asking = Context.of(seat, -1, card);
    Optional<Condition> playable = trainer.playable();
    if (playable.isPresent() && !Conditions.holds(table, asking, playable.get())) {
      return new Rejection.WouldDoNothing();
    }
    return EffectFeasibility.of(table, asking, trainer.effects())
        ? null
        : new Rejection.WouldDoNothing();
  }

  static @Nullable Rejection playTool(Table table, Command.PlayTool play) {
    if (!isInHand(table, play.seat(), play.card())) {
      return new Rejection.NoSuchCard();
    }
    CompiledCard face = table.face(play.card());
    if (face.sort != CompiledCard.Sort.TOOL) {
      return new Rejection.WrongKindOfCard();
    }
    Pokemon target = Targets.own(table, play.seat(), play.target());
    if (target == null) {
      return new Rejection.NoSuchTarget();
    }
    int allowed = table.rules().trainers().toolsPerPokemon();
    if (target.toolCount() >= allowed) {
      return new Rejection.ToolAlreadyAttached(allowed);
    }
    return PlayerLimits.mayNotPlay(table, play.seat(), face) ? new Rejection.Forbidden() : null;
  }
}
