package dev.menagerie.bots;

import dev.menagerie.rules.card.Attack;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Span;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scores the programs of trainers and abilities, energy and retreats. */
final class PlayScores {
  private static final double CARD = 6;
  private static final double FOUND_CARD = 9;
  private static final double OTHER = 5;
  private static final double DECIDING = 60;

  /** Energy on a Pokémon that is about to leave the active spot comes too late. */
  private static final double LEAVING = 25;

  /** Below this a change of the Active is not worth its price. */
  private static final double MARGIN = 15;

  private final BotView sight;
  private final AttackForecast outlook;

  PlayScores(BotView sight, AttackForecast outlook) {
    this.sight = sight;
    this.outlook = outlook;
  }

  double gain(List<Effect> effects) {
    return gainFor(sight.mine().active(), effects);
  }

  double gainFor(Optional<View.InPlay> self, List<Effect> effects) {
    double gain = 0;
    for (Effect effect : effects) {
      gain += self.map(pokemon -> gain(effect, pokemon)).orElse(OTHER);
    }
    return gain;
  }

  private double gain(Effect effect, View.InPlay self) {
    AmountEstimate guess = new AmountEstimate(sight, self, 1);
    return switch (effect) {
      case Effect.Draw(var count, var who) -> draw(guess.of(count), who);
      case Effect.DrawUntil(var size, _) ->
          CARD * Math.max(0, guess.of(size) - sight.mine().handCount() + 1);
      case Effect.MoveAll move ->
          move.from() == Zone.HAND && move.to() == Destination.DECK
              ? -CARD * (sight.mine().handCount() - 1)
              : 0;
      case Effect.Search search -> FOUND_CARD * Math.min(2, guess.of(search.count()));
      case Effect.LookAtTop look -> FOUND_CARD * guess.of(look.take());
      case Effect.DiscardHand discard ->
          (discard.who().orElse(Player.YOU) == Player.YOU ? -0.7 : 1)
              * CARD
              * guess.of(discard.count());
      case Effect.RandomFromHand random -> CARD * guess.of(random.count());
      case Effect.Heal(var target, var amount) ->
          healed(guess.targets(target), amount.map(guess::of).orElse(200.0));
      case Effect.Gust _ -> gust();
      case Effect.Switch change ->
          change.of().orElse(Player.YOU) == Player.YOU ? bestChange() : OTHER;
      case Effect.AttachEnergy _, Effect.GenerateEnergy _, Effect.ExtraEnergy _ -> 15;
      case Effect.MoveEnergy _ -> 1;
      case Effect.Evolve _ -> 40;
      case Effect.If branch -> {
        double chance = guess.chance(branch.when());
        yield chance * gainFor(Optional.of(self), branch.then())
            + (1 - chance) * branch.otherwise().map(o -> gainFor(Optional.of(self), o)).orElse(0.0);
      }
      case Effect.May may -> Math.max(0, gainFor(Optional.of(self), may.then()));
      case Effect.ChooseOne choose ->
          choose.options().stream()
              .mapToDouble(option -> gainFor(Optional.of(self), option.effects()))
              .max()
              .orElse(0);
      case Effect.Grant(Static.DamageDealt(var by, _), _, var until) ->
          until == Span.THIS_TURN ? boost(guess.of(by)) : OTHER;
      case Effect.GrantPlayer(Static.DamageDealt(var by, _), _, var until) ->
          until == Span.THIS_TURN ? boost(guess.of(by)) : OTHER;
      case Effect.EndTurn() -> -60;
      case Effect.KnockOut(var target) -> target instanceof Target.Self ? -80 : 100;
      case Effect.Return _ -> -10;
      case Effect.Flip _, Effect.FlipUntilTails _, Effect.Shuffle _, Effect.Mill _, Effect.Cure _ ->
          0;
      case Effect.PlaceCounters(var count, var target) ->
          (guess.targets(target).stream().anyMatch(sight::isMine) ? -10 : 10) * guess.of(count);
      case Effect other -> OTHER;
    };
  }

  private double draw(double count, Optional<Player> who) {
    double mine = CARD * Math.min(count, Math.max(0, sight.mine().deckCount() - 1));
    return who.orElse(Player.YOU) == Player.YOU ? mine : 0.3 * mine;
  }

  /** More damage in this turn is worth a card if it knocks out what would have lived. */
  private double boost(double by) {
    Optional<View.InPlay> active = sight.mine().active();
    Optional<View.InPlay> facing = sight.theirs().active();
    if (active.isEmpty() || facing.isEmpty()) {
      return 0;
    }
    double damage = outlook.mostDamage(active.get(), facing.get());
    int left = sight.left(facing.get());
    boolean decides = damage > 0 && damage < left && damage + by >= left;
    return decides ? DECIDING : 0;
  }

  private static double healed(List<View.InPlay> targets, double amount) {
    int damage = targets.stream().mapToInt(View.InPlay::damage).max().orElse(0);
    return damage >= 20 ? Math.min(damage, amount) * 0.4 : 0;
  }

  /** How much more one could take from the bench than from the Active. */
  private double gust() {
    Optional<View.InPlay> active = sight.mine().active();
    Optional<View.InPlay> facing = sight.theirs().active();
    if (active.isEmpty() || facing.isEmpty()) {
      return OTHER;
    }
    double now = outlook.best(active.get(), facing.get(), 0);
    double then =
        sight.theirs().bench().stream()
            .mapToDouble(bench -> outlook.best(active.get(), bench, 0))
            .max()
            .orElse(0);
    return then - now - MARGIN;
  }

  private double bestChange() {
    return sight.mine().bench().stream()
        .mapToDouble(bench -> change(bench, MARGIN))
        .max()
        .orElse(0);
  }

  double retreat(Optional<View.InPlay> bench) {
    int cost = sight.mine().active().map(active -> sight.pokemon(active).retreat()).orElse(0);
    return bench
        .filter(up -> !givesUpAnAttack(up))
        .map(up -> change(up, MARGIN + 10.0 * cost))
        .orElse(-1.0);
  }

  /** Whether the Active could attack, the other one could not, and is worth as much. */
  private boolean givesUpAnAttack(View.InPlay up) {
    Optional<View.InPlay> active = sight.mine().active();
    Optional<View.InPlay> facing = sight.theirs().active();
    return active.isPresent()
        && facing.isPresent()
        && outlook.best(active.get(), facing.get(), 0) > 0
        && outlook.best(up, facing.get(), 0) <= 0
        && sight.worth(up) >= sight.worth(active.get());
  }

  /** Whether the Active will retreat in this turn. */
  private boolean isLeaving() {
    return sight.view().legalActions().stream()
        .anyMatch(action ->
            action instanceof Action.Retreat(var bench, _) && retreat(sight.find(bench)) > 0);
  }

  /**
   * The loss of a Pokémon without some of its energy: attacks that it could pay for, and progress
   * towards others. Energy of several types counts more than energy of one.
   */
  double lossOf(View.InPlay holder, List<String> energy) {
    List<List<EnergyType>> left = sight.energies(holder, energy);
    List<List<EnergyType>> now = sight.energies(holder);
    double types =
        now.stream().mapToInt(List::size).sum() - left.stream().mapToInt(List::size).sum();
    return readiness(holder, now) - readiness(holder, left) + types / 100;
  }

  private double readiness(View.InPlay holder, List<List<EnergyType>> units) {
    double readiness = 0;
    for (Attack attack : wanted(holder)) {
      int missing = Costs.missing(attack.cost(), units).size();
      double damage =
          attack.damage().map(new AmountEstimate(sight, holder, 1)::of).orElse(10.0) / 10;
      readiness += (missing == 0 ? 15 + damage : 0) - 2.0 * missing;
    }
    return readiness;
  }

  private double change(View.InPlay up, double price) {
    Optional<View.InPlay> active = sight.mine().active();
    Optional<View.InPlay> facing = sight.theirs().active();
    if (active.isEmpty() || facing.isEmpty()) {
      return 0;
    }
    return inFront(up, facing.get()) - inFront(active.get(), facing.get()) - price;
  }

  /** The value of a Pokémon in the active spot: its best attack now, and its expected survival. */
  private double inFront(View.InPlay mine, View.InPlay facing) {
    return outlook.best(mine, facing, 0) - danger(mine, facing) + sight.left(mine) / 20.0;
  }

  /** The damage that the opposing Pokémon could do to this one in its next turn. */
  private double danger(View.InPlay mine, View.InPlay facing) {
    double threat = outlook.best(facing, mine, 1);
    return threat > sight.left(mine) ? 40.0 * sight.worth(mine) : 0;
  }

  /** How much nearer energy brings a Pokémon to its attacks. */
  double gainOfEnergy(View.InPlay target, List<List<EnergyType>> units) {
    List<List<EnergyType>> now = sight.energies(target);
    List<List<EnergyType>> then = new ArrayList<>(now);
    then.addAll(units);
    double gain = -20;
    for (Attack attack : wanted(target)) {
      int before = Costs.missing(attack.cost(), now).size();
      int after = Costs.missing(attack.cost(), then).size();
      if (after < before) {
        double damage =
            attack.damage().map(new AmountEstimate(sight, target, 1)::of).orElse(10.0) / 10;
        gain = Math.max(gain, (after == 0 ? 15 : 8) + damage - 2.0 * after);
      }
    }
    boolean active = sight.mine().active().filter(target::equals).isPresent();
    double danger =
        active ? sight.theirs().active().map(facing -> danger(target, facing)).orElse(0.0) : 0;
    double leaving = active && isLeaving() ? LEAVING : 0;
    return gain + (active ? 8 : 0) - leaving - danger / 5 + target.hp() / 100.0;
  }

  /** Its own attacks and those it may still grow into. */
  private List<Attack> wanted(View.InPlay target) {
    List<Attack> wanted = new ArrayList<>(sight.pokemon(target).attacks());
    String name = sight.pokemon(target).name();
    sight
        .mine()
        .hand()
        .orElse(List.of())
        .forEach(card -> {
          if (sight.card(card.card()) instanceof CardDefinition.Pokemon above
              && above.evolvesFrom().filter(name::equals).isPresent()) {
            wanted.addAll(above.attacks());
          }
        });
    return wanted;
  }
}
