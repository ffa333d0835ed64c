package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Face;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a Pokémon may use an ability, retreat or attack. */
final class ActingLegality {
  private ActingLegality() {}

  // Abilities

  static @Nullable Rejection useAbility(Table t, Command.UseAbility use) {
    Pokemon user = Legality.own(t, use.seat(), use.pokemon());
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
    if (user != null && Traits.has(t, user, Static.NoAbilities.class)) {
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

  static @Nullable Rejection retreat(Table t, Command.Retreat retreat) {
    return canRetreat(t, retreat.seat(), retreat.bench());
  }

  private static @Nullable Rejection canRetreat(Table t, Seat seat, int bench) {
    Pokemon active = t.active(seat);
    Pokemon up = Legality.own(t, seat, bench);
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
    if (Traits.has(t, active, Static.CannotRetreat.class)) {
      return new Rejection.Forbidden();
    }
    int cost = Traits.retreatCost(t, active);
    return cost > 0 && Energies.units(t, active).length < cost
        ? new Rejection.CannotPayRetreat(cost)
        : null;
  }

  static boolean cannotMove(Pokemon active) {
    return active.has(SpecialCondition.ASLEEP) || active.has(SpecialCondition.PARALYZED);
  }

  static @Nullable Rejection retreat(Table t, Command.RetreatPaying retreat) {
    Rejection rejection = canRetreat(t, retreat.seat(), retreat.bench());
    if (rejection != null) {
      return rejection;
    }
    Pokemon active = Objects.requireNonNull(t.active(retreat.seat()));
    int cost = Traits.retreatCost(t, active);
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

  static @Nullable Rejection attack(Table t, Command.Attack command) {
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
