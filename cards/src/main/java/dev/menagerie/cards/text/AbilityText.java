package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Scope;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Abilities in words. */
final class AbilityText {
  /** Stands before an "if" that is no condition of the ability but of its first effect. */
  static final String GOING_ON = "do this: ";

  private AbilityText() {}

  static String of(Ability ability, Words words) {
    return switch (TextReferences.pointed(ability)) {
      case Ability.Activated activated -> activated(activated, words);
      case Ability.Triggered triggered -> triggered(triggered, words);
      case Ability.Continuous continuous -> continuous(continuous, words);
    };
  }

  private static String activated(Ability.Activated ability, Words words) {
    String how =
        switch (ability.limit().orElse(Ability.Limit.ONCE_PER_TURN)) {
          case ONCE_PER_TURN -> "Once during your turn";
          case ONCE_PER_TURN_BY_NAME ->
              "Once during your turn, however many of your Pokémon have " + ability.name();
          case ONCE_PER_GAME -> "Once during the game, in your turn";
          case UNLIMITED -> "As often as you like during your turn";
        };
    String from =
        ability
            .from()
            .map(place ->
                switch (place) {
                  case HAND -> ", while this card is in your hand";
                  case DISCARD -> ", while this card is in your discard pile";
                })
            .orElse("");
    String when =
        ability.when().map(condition -> ", if " + ConditionText.of(condition, words)).orElse("");
    return how
        + from
        + when
        + ", you may use this ability. "
        + new EffectText(words).sentences(ability.effects());
  }

  private static String triggered(Ability.Triggered ability, Words words) {
    Words inside = isAboutAnother(ability.on()) ? words.withOther("that Pokémon") : words;
    String when =
        ability.when().map(condition -> ", if " + ConditionText.of(condition, inside)).orElse("");
    boolean beginsWithIf =
        ability.when().isEmpty() && ability.effects().getFirst() instanceof Effect.If;
    String may =
        ability.optional().orElse(false)
            ? ", you may do this: "
            : beginsWithIf ? ", " + GOING_ON : ", ";
    String effects = new EffectText(inside).sentences(ability.effects());
    return Phrases.capitalized(moment(ability.on(), inside))
        + when
        + may
        + Phrases.uncapitalized(effects);
  }

  /** Whether the trigger is about a Pokémon other than the one that has the ability. */
  static boolean isAboutAnother(Trigger on) {
    return on instanceof Trigger.SomeKnockedOut
        || on instanceof Trigger.SomeAttached
        || on instanceof Trigger.SomeBenched
        || on instanceof Trigger.SomeEvolved;
  }

  static String moment(Trigger on, Words words) {
    String self = words.self();
    return switch (on) {
      case Trigger.PlayedToBench() -> "when you play " + self + " from your hand to your bench";
      case Trigger.Evolves() -> "when you play " + self + " from your hand to evolve a Pokémon";
      case Trigger.EnergyAttached(_, var fromHand) when !words.attaching().isEmpty() ->
          words.attaching() + fromHand(fromHand);
      case Trigger.EnergyAttached(var where, var fromHand) ->
          "when "
              + FilterText.noun(where, Noun.plain("energy card", "energy cards"), words)
                  .withArticle()
              + " is attached"
              + fromHand(fromHand)
              + " to "
              + self;
      case Trigger.BecomesActive() -> "when " + self + " moves from the bench to the active spot";
      case Trigger.Damaged(var at) ->
          "when " + self + placed(at) + " is damaged by an attack of your opponent";
      case Trigger.KnockedOut(var at) ->
          "when " + self + placed(at) + " is knocked out by damage of an attack of your opponent";
      case Trigger.SomeKnockedOut(var of, var where) ->
          "when any " + TargetText.one(of, Optional.empty(), where, words) + " is knocked out";
      case Trigger.SomeAttached(var of, var where) ->
          "when any "
              + FilterText.noun(where, Noun.plain("energy card", "energy cards"), words).singular()
              + " is attached to any "
              + TargetText.one(of, Optional.empty(), Optional.empty(), words);
      case Trigger.SomeBenched(var of, var where) ->
          "when any "
              + TargetText.one(of, Optional.empty(), where, words)
              + " comes from hand to the bench";
      case Trigger.SomeEvolved(var of, var where) ->
          "when any "
              + TargetText.one(of, Optional.empty(), where, words)
              + " has evolved from hand";
      case Trigger.SomePlayed(var of, var where) ->
          "when "
              + player(of)
              + FilterText.noun(where, Noun.plain("Trainer card", "Trainer cards"), words)
                  .withArticle();
      case Trigger.Checkup() -> "at every checkup between turns";
      case Trigger.TurnStart(var of) -> "at the start of " + turn(of);
      case Trigger.TurnEnd(var of) -> "at the end of " + turn(of);
      case Trigger.Attacked() -> "after " + self + " has attacked";
    };
  }

  private static String player(Player of) {
    return switch (of) {
      case YOU -> "you play ";
      case OPPONENT -> "your opponent plays ";
      case BOTH -> "any player plays ";
    };
  }

  private static String fromHand(Optional<Boolean> only) {
    return only.orElse(false) ? " from your hand" : "";
  }

  private static String turn(Player of) {
    return switch (of) {
      case YOU -> "your turn";
      case OPPONENT -> "your opponent's turn";
      case BOTH -> "each turn";
    };
  }

  private static String placed(Optional<Place> at) {
    return at.map(place ->
            switch (place) {
              case ACTIVE -> ", in the active spot,";
              case BENCH -> ", on the bench,";
              case ANYWHERE -> "";
            })
        .orElse("");
  }

  private static String continuous(Ability.Continuous ability, Words words) {
    String when =
        ability
            .when()
            .map(condition -> "if " + ConditionText.of(condition, words) + ", ")
            .orElse("");
    List<String> clauses = new ArrayList<>();
    for (Static gives : ability.gives()) {
      clauses.add(continuous(gives, ability, words));
    }
    return Phrases.capitalized(when + Phrases.and(clauses)) + ".";
  }

  private static String continuous(Static gives, Ability.Continuous ability, Words words) {
    if (gives.isOfPlayer()) {
      return StaticText.ofPlayer(gives, ability.affects().map(Scope::of).orElse(Player.YOU), words);
    }
    String subject =
        ability
            .affects()
            .map(scope -> TargetText.each(scope.of(), scope.at(), scope.where(), words))
            .orElse(words.self());
    return StaticText.of(gives, subject, words);
  }
}
