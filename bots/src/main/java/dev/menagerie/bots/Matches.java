package dev.menagerie.bots;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.CardKind;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.RuleBox;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.view.View;
import java.util.List;
import java.util.stream.Stream;

/** Evaluates filters with the information of a view. */
record Matches(BotView sight, View.InPlay self) {

  boolean inPlay(View.InPlay pokemon, Filter filter) {
    return switch (filter) {
      case Filter.Damaged() -> pokemon.damage() > 0;
      case Filter.HasEnergy(var energy, var count) ->
          sight.energies(pokemon).stream()
                  .filter(unit -> energy.isEmpty() || unit.contains(energy.get()))
                  .count()
              >= count.orElse(1);
      case Filter.HasTool() -> !pokemon.tools().isEmpty();
      case Filter.HasCondition(var condition) ->
          condition.map(pokemon.conditions()::contains).orElse(!pokemon.conditions().isEmpty());
      case Filter.IsActive() -> isActive(pokemon);
      case Filter.IsBenched() -> !isActive(pokemon);
      case Filter.NewThisTurn(), Filter.MovedUpThisTurn() -> false;
      case Filter.HasAttached(var where, var count) ->
          Stream.concat(pokemon.energy().stream(), pokemon.tools().stream())
                  .filter(attached -> card(sight.card(attached.card()), where))
                  .count()
              >= count.orElse(1);
      case Filter.IsSelf() -> pokemon.id().equals(self.id());
      case Filter.HpAtMost(var hp) -> pokemon.hp() <= hp;
      case Filter.AllOf(var all) -> all.stream().allMatch(one -> inPlay(pokemon, one));
      case Filter.AnyOf(var any) -> any.stream().anyMatch(one -> inPlay(pokemon, one));
      case Filter.Not(var not) -> !inPlay(pokemon, not);
      case Filter.Any _,
          Filter.Kind _,
          Filter.OfStage _,
          Filter.Evolution _,
          Filter.OfType _,
          Filter.Named _,
          Filter.Tagged _,
          Filter.HasRuleBox _,
          Filter.EvolvesFrom _,
          Filter.EvolvesFromChosen _,
          Filter.RetreatAtMost _,
          Filter.RetreatAtLeast _,
          Filter.HasAbility _ ->
          card(sight.pokemon(pokemon), filter);
    };
  }

  private boolean isActive(View.InPlay pokemon) {
    return sight.mine().active().filter(pokemon::equals).isPresent()
        || sight.theirs().active().filter(pokemon::equals).isPresent();
  }

  boolean card(CardDefinition card, Filter filter) {
    return switch (filter) {
      case Filter.Any() -> true;
      case Filter.Kind(var kind) -> isKind(card, kind);
      case Filter.OfStage(var stage) ->
          card instanceof CardDefinition.Pokemon pokemon && pokemon.stage() == stage;
      case Filter.Evolution() ->
          card instanceof CardDefinition.Pokemon pokemon && pokemon.stage() != Stage.BASIC;
      case Filter.OfType(var type) ->
          switch (card) {
            case CardDefinition.Pokemon pokemon -> pokemon.types().contains(type);
            case CardDefinition.Energy energy ->
                energy.provides().stream().anyMatch(unit -> unit.value().contains(type));
            case CardDefinition.Trainer _ -> false;
          };
      case Filter.Named(var name) -> card.name().equals(name);
      case Filter.Tagged(var tag) -> tags(card).contains(tag);
      case Filter.HasRuleBox(var box) ->
          card instanceof CardDefinition.Pokemon pokemon
              && pokemon.ruleBox().orElse(RuleBox.NONE) == box;
      case Filter.EvolvesFrom(var name) ->
          card instanceof CardDefinition.Pokemon pokemon
              && pokemon.evolvesFrom().filter(name::equals).isPresent();
      case Filter.RetreatAtMost(var cost) ->
          card instanceof CardDefinition.Pokemon pokemon && pokemon.retreat() <= cost;
      case Filter.RetreatAtLeast(var cost) ->
          card instanceof CardDefinition.Pokemon pokemon && pokemon.retreat() >= cost;
      case Filter.HpAtMost(var hp) ->
          card instanceof CardDefinition.Pokemon pokemon && pokemon.hp() <= hp;
      case Filter.HasAbility() ->
          card instanceof CardDefinition.Pokemon && !card.abilities().isEmpty();
      case Filter.AllOf(var all) -> all.stream().allMatch(one -> card(card, one));
      case Filter.AnyOf(var any) -> any.stream().anyMatch(one -> card(card, one));
      case Filter.Not(var not) -> !card(card, not);
      case Filter.EvolvesFromChosen _,
          Filter.Damaged _,
          Filter.HasEnergy _,
          Filter.HasTool _,
          Filter.HasAttached _,
          Filter.MovedUpThisTurn _,
          Filter.HasCondition _,
          Filter.IsActive _,
          Filter.IsBenched _,
          Filter.NewThisTurn _,
          Filter.IsSelf _ ->
          false;
    };
  }

  private static List<String> tags(CardDefinition card) {
    return switch (card) {
      case CardDefinition.Pokemon pokemon -> pokemon.tags();
      case CardDefinition.Trainer trainer -> trainer.tags();
      case CardDefinition.Energy energy -> energy.tags();
    };
  }

  private static boolean isKind(CardDefinition card, CardKind kind) {
    return switch (card) {
      case CardDefinition.Pokemon _ -> kind == CardKind.POKEMON;
      case CardDefinition.Energy energy ->
          kind == CardKind.ENERGY
              || kind == (energy.basic() ? CardKind.BASIC_ENERGY : CardKind.SPECIAL_ENERGY);
      case CardDefinition.Trainer trainer ->
          kind == CardKind.TRAINER || kind.name().equals(trainer.kind().name());
    };
  }
}
