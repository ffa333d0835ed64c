package dev.menagerie.rules.query;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.CardKind;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.RuleBox;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates filters on cards, by their printed values, and on Pokémon in play. */
public final class Filters {
  private Filters() {}

  /** About a card that is not in play, or is attached. */
  public static boolean matches(Table table, Context asking, Filter filter, CompiledCard card) {
    return matches(table, asking, filter, card, null);
  }

  /** Whether a filter accepts a Pokémon in play. */
  public static boolean matches(Table table, Context asking, Filter filter, Pokemon pokemon) {
    return matches(table, asking, filter, table.face(pokemon.top()), pokemon);
  }

  private static boolean matches(
      Table table, Context asking, Filter filter, CompiledCard card, @Nullable Pokemon in) {
    return switch (filter) {
      case Filter.Any _ -> true;
      case Filter.Kind kind -> isKind(card, in, kind.value());
      case Filter.OfStage stage -> isPokemon(card, in) && card.stage == stage.value();
      case Filter.Evolution _ -> isPokemon(card, in) && card.stage != Stage.BASIC;
      case Filter.OfType type -> isType(table, card, in, type.value().bit());
      case Filter.Named named -> card.name.equals(named.value());
      case Filter.Tagged tagged -> tags(card).contains(tagged.value());
      case Filter.HasRuleBox box -> isPokemon(card, in) && hasBox(card.ruleBox, box.value());
      case Filter.EvolvesFrom from -> isPokemon(card, in) && card.evolvesFrom.equals(from.value());
      case Filter.EvolvesFromChosen from -> evolvesFromChosen(table, asking, card, from.value());
      case Filter.HpAtMost most -> isPokemon(card, in) && card.hp <= most.value();
      case Filter.RetreatAtMost most -> isPokemon(card, in) && card.retreat <= most.value();
      case Filter.RetreatAtLeast least -> isPokemon(card, in) && card.retreat >= least.value();
      case Filter.HasAbility _ ->
          isPokemon(card, in)
              && !card.abilities.isEmpty()
              && (in == null || !Statics.isSilenced(table, in));
      case Filter.Damaged _ -> in != null && in.damage() > 0;
      case Filter.HasEnergy has ->
          in != null
              && Traits.energyOn(table, in, has.energy().orElse(null)) >= has.count().orElse(1);
      case Filter.HasTool _ -> in != null && in.toolCount() > 0;
      case Filter.HasAttached has ->
          in != null && attached(table, asking, has.where(), in) >= has.count().orElse(1);
      case Filter.MovedUpThisTurn _ ->
          in != null && table.isActive(in) && in.movedUpIn() == table.turn();
      case Filter.HasCondition has ->
          in != null
              && (has.condition().isEmpty() ? in.conditions() != 0 : in.has(has.condition().get()));
      case Filter.IsActive _ -> in != null && table.isActive(in);
      case Filter.IsBenched _ -> in != null && !table.isActive(in);
      case Filter.NewThisTurn _ -> in != null && in.changed() == table.turn();
      case Filter.IsSelf _ -> in != null && asking.isSelf(in);
      case Filter.AllOf all -> all(table, asking, all.value(), card, in);
      case Filter.AnyOf any -> any(table, asking, any.value(), card, in);
      case Filter.Not not -> !matches(table, asking, not.value(), card, in);
    };
  }

  private static boolean all(
      Table table, Context asking, List<Filter> filters, CompiledCard card, @Nullable Pokemon in) {
    for (Filter filter : filters) {
      if (!matches(table, asking, filter, card, in)) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(
      Table table, Context asking, List<Filter> filters, CompiledCard card, @Nullable Pokemon in) {
    for (Filter filter : filters) {
      if (matches(table, asking, filter, card, in)) {
        return true;
      }
    }
    return false;
  }

  /** "None" asks for Pokémon without a rule box. */
  private static boolean hasBox(RuleBox has, RuleBox wanted) {
    return has == wanted;
  }

  /** An Item that is played as a Pokémon is one in play only. */
  private static boolean isPokemon(CompiledCard card, @Nullable Pokemon in) {
    return in != null || card.isPokemon();
  }

  private static boolean isKind(CompiledCard card, @Nullable Pokemon in, CardKind kind) {
    if (in != null) {
      return kind == CardKind.POKEMON;
    }
    return switch (kind) {
      case POKEMON -> card.sort == CompiledCard.Sort.POKEMON;
      case TRAINER ->
          switch (card.sort) {
            case ITEM, SUPPORTER, STADIUM, TOOL -> true;
            case POKEMON, ENERGY -> false;
          };
      case ITEM -> card.sort == CompiledCard.Sort.ITEM;
      case SUPPORTER -> card.sort == CompiledCard.Sort.SUPPORTER;
      case STADIUM -> card.sort == CompiledCard.Sort.STADIUM;
      case TOOL -> card.sort == CompiledCard.Sort.TOOL;
      case ENERGY -> card.sort == CompiledCard.Sort.ENERGY;
      case BASIC_ENERGY -> card.basicEnergy;
      case SPECIAL_ENERGY -> card.sort == CompiledCard.Sort.ENERGY && !card.basicEnergy;
    };
  }

  private static boolean isType(Table table, CompiledCard card, @Nullable Pokemon in, int type) {
    if (in != null) {
      return (Traits.types(table, in) & type) != 0;
    }
    if (card.isPokemon()) {
      return (card.types & type) != 0;
    }
    for (int unit : card.units) {
      if ((unit & type) != 0) {
        return true;
      }
    }
    return false;
  }

  private static List<String> tags(CompiledCard card) {
    return switch (card.definition) {
      case CardDefinition.Pokemon pokemon -> pokemon.tags();
      case CardDefinition.Trainer trainer -> trainer.tags();
      case CardDefinition.Energy energy -> energy.tags();
    };
  }

  private static boolean evolvesFromChosen(
      Table table, Context asking, CompiledCard card, String name) {
    if (!card.isPokemon() || card.evolvesFrom.isEmpty()) {
      return false;
    }
    for (int serial : asking.kept(name)) {
      Pokemon pokemon = table.find(serial);
      if (pokemon != null && card.evolves(table.face(pokemon.top()))) {
        return true;
      }
    }
    return false;
  }

  private static int attached(Table table, Context asking, Filter where, Pokemon holder) {
    int count = 0;
    for (int i = 0; i < holder.energyCount(); i++) {
      count += matches(table, asking, where, table.face(holder.energy(i))) ? 1 : 0;
    }
    for (int i = 0; i < holder.toolCount(); i++) {
      count += matches(table, asking, where, table.face(holder.tool(i))) ? 1 : 0;
    }
    return count;
  }
}
