package dev.menagerie.rules.command;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.query.Conditions;
import dev.menagerie.rules.query.Context;
import dev.menagerie.rules.query.PlayerLimits;
import dev.menagerie.rules.query.Statics;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a player may use an ability: of a Pokémon, of the stadium, or of a card out of play. */
final class AbilityLegality {
  private AbilityLegality() {}

  static @Nullable Rejection use(Table table, Command.UseAbility use) {
    Pokemon user = Targets.own(table, use.seat(), use.pokemon());
    boolean stadium = use.pokemon() == Command.STADIUM && table.stadium() >= 0;
    if (user == null && !stadium) {
      return new Rejection.NoSuchTarget();
    }
    int card = user == null ? table.stadium() : user.top();
    Ability.Activated ability = activated(table.face(card), use.ability(), Optional.empty());
    if (ability == null) {
      return new Rejection.NoSuchAbility();
    }
    if (user != null && Statics.isSilenced(table, user)) {
      return new Rejection.Forbidden();
    }
    if (isUsed(table, use, user, ability)) {
      return new Rejection.AbilityAlreadyUsed();
    }
    return now(table, use.seat(), user == null ? -1 : user.serial(), card, ability);
  }

  /** A card out of play is judged by what is printed on it. */
  static @Nullable Rejection use(Table table, Command.UseCardAbility use) {
    Optional<Ability.Origin> from = origin(table, use.seat(), use.card());
    if (from.isEmpty()) {
      return new Rejection.NoSuchCard();
    }
    Ability.Activated ability = activated(table.face(use.card()), use.ability(), from);
    if (ability == null) {
      return new Rejection.NoSuchAbility();
    }
    boolean used =
        switch (ability.limit().orElse(Ability.Limit.ONCE_PER_TURN)) {
          case ONCE_PER_TURN, ONCE_PER_TURN_BY_NAME -> table.counters().hasUsedName(ability.name());
          case ONCE_PER_GAME -> PlayerLimits.mayNotUse(table, use.seat(), ability.name());
          case UNLIMITED -> false;
        };
    return used
        ? new Rejection.AbilityAlreadyUsed()
        : now(table, use.seat(), -1, use.card(), ability);
  }

  private static Optional<Ability.Origin> origin(Table table, Seat seat, int card) {
    if (card < 0 || card >= table.instances()) {
      return Optional.empty();
    }
    if (table.holds(seat, Pile.HAND, card)) {
      return Optional.of(Ability.Origin.HAND);
    }
    return table.holds(seat, Pile.DISCARD, card)
        ? Optional.of(Ability.Origin.DISCARD)
        : Optional.empty();
  }

  private static Ability.@Nullable Activated activated(
      CompiledCard face, int index, Optional<Ability.Origin> from) {
    boolean isThere = index >= 0 && index < face.abilities.size();
    return isThere
            && face.abilities.get(index) instanceof Ability.Activated ability
            && ability.from().equals(from)
        ? ability
        : null;
  }

  private static boolean isUsed(
      Table table, Command.UseAbility use, @Nullable Pokemon user, Ability.Activated ability) {
    Ability.Limit limit = ability.limit().orElse(Ability.Limit.ONCE_PER_TURN);
    if (limit == Ability.Limit.ONCE_PER_GAME) {
      return PlayerLimits.mayNotUse(table, use.seat(), ability.name());
    }
    if (user == null) {
      return table.counters().hasUsedName(ability.name());
    }
    return switch (limit) {
      case ONCE_PER_TURN -> user.hasUsed(use.ability(), table.turn());
      case ONCE_PER_TURN_BY_NAME -> table.counters().hasUsedName(ability.name());
      case ONCE_PER_GAME, UNLIMITED -> false;
    };
  }

  private static @Nullable Rejection now(
      Table table, Seat seat, int self, int card, Ability.Activated ability) {
    if (PlayerLimits.mayNotUse(table, seat, ability.name())) {
      return new Rejection.Forbidden();
    }
    Context asking = Context.of(seat, self, card);
    boolean holds =
        ability.when().isEmpty() || Conditions.holds(table, asking, ability.when().get());
    return holds && EffectFeasibility.of(table, asking, ability.effects())
        ? null
        : new Rejection.WouldDoNothing();
  }
}
