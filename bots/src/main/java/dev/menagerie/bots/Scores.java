package dev.menagerie.bots;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Attack;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.card.TrainerKind;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The score of each action. Above {@link #ENDS} an action is worth doing before the turn ends; an
 * attack is between that and passing, which scores zero.
 */
final class Scores {
  /** Attacks stay below every action that brings something. */
  private static final double ENDS = 1_000;

  private static final double NOTHING = -1;
  private static final double BENCH_BASIC = 40;
  private static final double EVOLVE = 80;
  private static final double ATTACH = 30;
  private static final double TOOL = 20;

  private final BotView sight;
  private final AttackForecast outlook;
  private final PlayScores plays;

  Scores(BotView sight) {
    this.sight = sight;
    this.outlook = new AttackForecast(sight);
    this.plays = new PlayScores(sight, outlook);
  }

  double of(Action action) {
    return switch (action) {
      case Action.Attack(var index) -> attack(index);
      case Action.Pass() -> 0;
      case Action.PlayPokemon(var card) -> before(playPokemon(card));
      case Action.Evolve(var card, var target) -> before(evolve(card, target));
      case Action.AttachEnergy attach -> before(attach(attach));
      case Action.PlayTrainer(var card, var target) -> before(trainer(card, target));
      case Action.UseAbility(var pokemon, var index) -> before(ability(pokemon, index));
      case Action.Retreat(var bench, var energy) -> before(retreat(bench, energy));
      case Action.SelectActive _, Action.SelectPrize _, Action.Select _ -> 0;
      case Action.ClaimWin _, Action.ClaimDraw _ -> NOTHING; // bots wait for who has left
    };
  }

  private static double before(double gain) {
    return gain > 0 ? ENDS + gain : NOTHING;
  }

  /** The same retreat may be paid in several ways. */
  private double retreat(String bench, Optional<List<String>> energy) {
    double loss =
        sight
            .mine()
            .active()
            .flatMap(active -> energy.map(paid -> plays.lossOf(active, paid)))
            .orElse(0.0);
    return plays.retreat(sight.find(bench)) - loss / 100;
  }

  private double attack(int index) {
    Optional<View.InPlay> attacker = sight.mine().active();
    Optional<View.InPlay> defender = sight.theirs().active();
    if (attacker.isEmpty() || defender.isEmpty()) {
      return 1;
    }
    if (sight.view().attacks().isEmpty()) {
      Attack attack = sight.pokemon(attacker.get()).attacks().get(index);
      return 1 + outlook.value(attack, attacker.get(), defender.get());
    }
    View.UsableAttack usable = sight.view().attacks().get().get(index);
    View.InPlay user = sight.find(usable.pokemonId()).orElse(attacker.get());
    return 1 + outlook.value(printed(usable), user, defender.get());
  }

  private Attack printed(View.UsableAttack usable) {
    return switch (sight.card(usable.card())) {
      case CardDefinition.Pokemon pokemon -> pokemon.attacks().get(usable.index());
      case CardDefinition.Trainer tool -> tool.attacks().get(usable.index());
      case CardDefinition.Energy energy ->
          throw new IllegalArgumentException("no attack is printed on " + energy.id());
    };
  }

  private double playPokemon(String card) {
    Optional<CardDefinition> definition = sight.inHand(card);
    if (!(definition.orElse(null) instanceof CardDefinition.Pokemon pokemon)) {
      return NOTHING;
    }
    if (sight.mine().active().isEmpty()) {
      return opener(pokemon);
    }
    boolean isEvolved =
        sight.catalog().definitions().stream()
            .anyMatch(other ->
                other instanceof CardDefinition.Pokemon above
                    && above.evolvesFrom().filter(pokemon.name()::equals).isPresent());
    return BENCH_BASIC
        + (isEvolved ? 10 : 0)
        + pokemon.hp() / 20.0
        - 4.0 * sight.mine().bench().size();
  }

  /** A first Active should live long, strike early and cost little to take back. */
  private static double opener(CardDefinition.Pokemon pokemon) {
    int cheapest = pokemon.attacks().stream().mapToInt(a -> a.cost().size()).min().orElse(4);
    return 50 + pokemon.hp() / 10.0 - 5.0 * pokemon.retreat() - 6.0 * cheapest;
  }

  private double evolve(String card, String target) {
    Optional<CardDefinition> definition = sight.inHand(card);
    Optional<View.InPlay> below = sight.find(target);
    if (!(definition.orElse(null) instanceof CardDefinition.Pokemon pokemon) || below.isEmpty()) {
      return NOTHING;
    }
    boolean active = sight.mine().active().filter(below.get()::equals).isPresent();
    return EVOLVE
        + pokemon.hp() / 10.0
        + 6.0 * below.get().energy().size()
        + (active ? 5 : 0)
        + (pokemon.stage() == Stage.STAGE_2 ? 20 : 0)
        - below.get().damage() / 20.0;
  }

  private double attach(Action.AttachEnergy attach) {
    Optional<View.InPlay> target = sight.find(attach.targetId());
    if (target.isEmpty()) {
      return NOTHING;
    }
    List<List<EnergyType>> units = new ArrayList<>();
    attach
        .cardId()
        .flatMap(sight::inHand)
        .ifPresent(card -> {
          if (card instanceof CardDefinition.Energy energy) {
            energy.provides().forEach(unit -> units.add(unit.value()));
          }
        });
    if (attach.source().isPresent()) {
      sight
          .mine()
          .energyZone()
          .flatMap(View.EnergyZone::current)
          .ifPresent(t -> units.add(List.of(t)));
    }
    return ATTACH + plays.gainOfEnergy(target.get(), units);
  }

  private double trainer(String card, Optional<String> target) {
    if (!(sight.inHand(card).orElse(null) instanceof CardDefinition.Trainer trainer)) {
      return playPokemon(card); // an Item that is played as a Pokémon
    }
    if (trainer.kind() == TrainerKind.TOOL) {
      Optional<View.InPlay> holder = target.flatMap(sight::find);
      boolean active = holder.equals(sight.mine().active());
      return TOOL
          + (active ? 6 : 0)
          + holder.map(pokemon -> pokemon.hp() / 20.0 + pokemon.energy().size()).orElse(0.0);
    }
    if (trainer.kind() == TrainerKind.STADIUM) {
      return 8;
    }
    return plays.gain(trainer.effects());
  }

  private double ability(String id, int index) {
    Optional<View.InPlay> pokemon = sight.find(id);
    Optional<View.Card> stadium = sight.view().stadium().filter(card -> card.id().equals(id));
    Optional<String> card = pokemon.map(View.InPlay::card).or(() -> stadium.map(View.Card::card));
    return card.map(sight::card)
        .or(() -> sight.outOfPlay(id))
        .filter(definition -> index < definition.abilities().size())
        .map(definition -> definition.abilities().get(index))
        .map(ability ->
            ability instanceof Ability.Activated activated
                ? plays.gainFor(pokemon, activated.effects())
                : NOTHING)
        .orElse(NOTHING);
  }
}
