package dev.menagerie.cards.text;

import dev.menagerie.rules.card.CardKind;
import dev.menagerie.rules.card.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Filters in words: as a noun ("damaged Fire Pokémon") or as a predicate ("is damaged"). */
final class FilterText {
  private FilterText() {}

  static Noun noun(Optional<Filter> where, Noun base, Words words) {
    return where.map(filter -> noun(filter, base, words)).orElse(base);
  }

  static Noun noun(Filter filter, Noun base, Words words) {
    return switch (filter) {
      case Filter.Any() -> base;
      case Filter.Kind(var kind) -> kind(kind, base);
      case Filter.OfStage(var stage) -> pokemon(base).after(Phrases.stage(stage));
      case Filter.Evolution() ->
          base.one().equals("card") ? pokemon(base).after("Evolution") : base.after("evolved");
      case Filter.OfType(var type) -> base.after(EnergyText.type(type));
      case Filter.Named(var name) -> base.headed(name, name);
      case Filter.Tagged(var tag) -> base.after(Phrases.capitalized(tag));
      case Filter.HasRuleBox(var box) -> pokemon(base).after(Phrases.box(box));
      case Filter.EvolvesFrom(var name) -> base.followedBy("evolving from " + name);
      case Filter.EvolvesFromChosen(var name) ->
          base.followedBy("evolving from the" + TextReferences.ordinal(name) + " chosen Pokémon");
      case Filter.HpAtMost(var hp) -> base.followedBy("with at most " + hp + " HP");
      case Filter.RetreatAtMost(var cost) ->
          base.followedBy("with a retreat cost of at most " + cost);
      case Filter.RetreatAtLeast(var cost) ->
          base.followedBy("with a retreat cost of at least " + cost);
      case Filter.HasAbility() -> base.followedBy("with an ability");
      case Filter.Damaged() -> base.after("damaged");
      case Filter.HasEnergy has -> base.followedBy("with " + energy(has) + " attached");
      case Filter.HasTool() -> base.followedBy("with a tool attached");
      case Filter.HasAttached has -> base.followedBy("with " + attached(has, words) + " on it");
      case Filter.MovedUpThisTurn() ->
          base.followedBy("that moved to the active spot during this turn");
      case Filter.HasCondition(var condition) ->
          condition
              .map(one -> base.after(Phrases.condition(one)))
              .orElse(base.followedBy("with a special condition"));
      case Filter.IsActive() -> first("Active", base);
      case Filter.IsBenched() -> first("benched", base);
      case Filter.NewThisTurn() ->
          base.followedBy("that came into play or evolved during this turn");
      case Filter.IsSelf() -> Noun.plain(words.self(), words.self());
      case Filter.AllOf(var all) when PlainFilter.all(all) instanceof Filter.AnyOf alternatives ->
          noun(alternatives, base, words);
      case Filter.AllOf(var all) -> {
        Noun noun = base;
        for (Filter one : all) {
          noun = noun(one, noun, words);
        }
        yield noun;
      }
      case Filter.AnyOf(var any) ->
          Noun.plain(
              Phrases.or(any.stream().map(one -> noun(one, base, words).singular()).toList()),
              Phrases.or(any.stream().map(one -> noun(one, base, words).plural()).toList()));
      case Filter.Not(Filter.Not(var same)) -> noun(same, base, words);
      case Filter.Not(Filter.IsSelf()) -> first("other", base);
      case Filter.Not(Filter.NewThisTurn()) ->
          base.followedBy("that came into play or last evolved before this turn");
      case Filter.Not(var not) -> base.followedBy(without(inside(not, words)));
    };
  }

  /** "is a Basic Pokémon", "has a tool attached". */
  static String predicate(Filter filter, Words words) {
    return switch (filter) {
      case Filter.Damaged() -> "is damaged";
      case Filter.IsActive() -> "is in the active spot";
      case Filter.IsBenched() -> "is on the bench";
      case Filter.HasTool() -> "has a tool attached";
      case Filter.HasAttached has -> "has " + attached(has, words) + " on it";
      case Filter.MovedUpThisTurn() -> "moved to the active spot during this turn";
      case Filter.HasAbility() -> "has an ability";
      case Filter.HasEnergy has -> "has " + energy(has) + " attached";
      case Filter.HasCondition(var condition) ->
          condition.map(one -> "is " + Phrases.condition(one)).orElse("has a special condition");
      case Filter.NewThisTurn() -> "came into play or evolved during this turn";
      case Filter.HpAtMost(var hp) -> "has at most " + hp + " HP";
      case Filter.RetreatAtMost(var cost) -> "has a retreat cost of at most " + cost;
      case Filter.RetreatAtLeast(var cost) -> "has a retreat cost of at least " + cost;
      case Filter.IsSelf() -> "is " + words.self();
      case Filter.Not(Filter.Not(var same)) -> predicate(same, words);
      case Filter.Not(var not) -> denied(not, words);
      case Filter.AllOf(var all) ->
          Phrases.and(all.stream().map(one -> inside(one, words)).toList());
      case Filter.AnyOf(var any) ->
          Phrases.or(any.stream().map(one -> inside(one, words)).toList());
      case Filter.Any(),
          Filter.Kind(_),
          Filter.OfStage(_),
          Filter.Evolution(),
          Filter.OfType(_),
          Filter.Tagged(_),
          Filter.HasRuleBox(_),
          Filter.EvolvesFrom(_),
          Filter.EvolvesFromChosen(_) ->
          "is " + noun(filter, Noun.POKEMON, words).withArticle();
      case Filter.Named(var name) -> "is " + name;
    };
  }

  /** A predicate that is part of another: lists say where they begin. */
  static String inside(Filter filter, Words words) {
    return switch (filter) {
      case Filter.AllOf _ -> "both " + predicate(filter, words);
      case Filter.AnyOf _ -> "either " + predicate(filter, words);
      case Filter other -> predicate(other, words);
    };
  }

  private static String without(String predicate) {
    if (predicate.startsWith("is ")) {
      return "other than " + predicate.substring("is ".length());
    }
    return predicate.startsWith("has ")
        ? "without " + predicate.substring("has ".length()).replaceFirst("^any ", "")
        : "other than one that " + predicate;
  }

  private static String denied(Filter not, Words words) {
    String predicate = inside(not, words);
    if (predicate.startsWith("is ")) {
      return "is not " + predicate.substring("is ".length());
    }
    if (predicate.startsWith("has a ")) {
      return "has no " + predicate.substring("has a ".length());
    }
    if (predicate.startsWith("has an ")) {
      return "has no " + predicate.substring("has an ".length());
    }
    return predicate.startsWith("has ")
        ? "does not have " + predicate.substring("has ".length())
        : "is not one that " + predicate;
  }

  private static String energy(Filter.HasEnergy has) {
    String kind = has.energy().map(type -> EnergyText.type(type) + " ").orElse("") + "energy";
    return has.count()
        .filter(count -> count > 1)
        .map(count -> "at least " + count + " " + kind)
        .orElse("any " + kind);
  }

  private static String attached(Filter.HasAttached has, Words words) {
    Noun noun = noun(has.where(), Noun.CARD, words);
    return has.count()
        .filter(count -> count > 1)
        .map(count -> "at least " + count + " " + noun.plural())
        .orElse("any " + noun.singular());
  }

  private static Noun pokemon(Noun base) {
    return base.one().equals("card") ? base.headed("Pokémon", "Pokémon") : base;
  }

  private static Noun kind(CardKind kind, Noun base) {
    return switch (kind) {
      case POKEMON -> base.headed("Pokémon", "Pokémon");
      case TRAINER -> base.headed("Trainer card", "Trainer cards");
      case ITEM -> base.headed("Item", "Items");
      case SUPPORTER -> base.headed("Supporter", "Supporters");
      case STADIUM -> base.headed("Stadium", "Stadiums");
      case TOOL -> base.headed("tool", "tools");
      case ENERGY -> base.headed("energy card", "energy cards");
      case BASIC_ENERGY -> first("basic", base.headed("energy card", "energy cards"));
      case SPECIAL_ENERGY -> first("special", base.headed("energy card", "energy cards"));
    };
  }

  private static Noun first(String adjective, Noun noun) {
    List<String> words = new ArrayList<>(List.of(adjective));
    words.addAll(noun.before());
    return new Noun(words, noun.one(), noun.many(), noun.behind());
  }
}
