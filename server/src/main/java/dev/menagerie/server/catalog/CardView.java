package dev.menagerie.server.catalog;

import dev.menagerie.cards.picture.ArtHint;
import dev.menagerie.cards.set.CardSet;
import dev.menagerie.cards.text.CardText;
import dev.menagerie.codec.SnakeCase;
import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Attack;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Provides;
import dev.menagerie.rules.card.Resistance;
import dev.menagerie.rules.card.RuleBox;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.card.TrainerKind;
import dev.menagerie.rules.card.Weakness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A card's definition with the set it is in and the text its programs print. */
sealed interface CardView {
  String id();

  record Pokemon(
      String id,
      String name,
      String set,
      Stage stage,
      Optional<RuleBox> ruleBox,
      Optional<String> evolvesFrom,
      int hp,
      List<EnergyType> types,
      Optional<Weakness> weakness,
      Optional<Resistance> resistance,
      int retreat,
      Optional<String> text,
      List<AbilityView> abilities,
      List<AttackView> attacks,
      List<String> tags,
      Optional<ArtHint> art)
      implements CardView {}

  record Trainer(
      String id,
      String name,
      String set,
      TrainerKind kind,
      String text,
      Optional<Condition> playable,
      List<Effect> effects,
      List<AbilityView> abilities,
      List<AttackView> attacks,
      List<String> tags,
      Optional<ArtHint> art)
      implements CardView {}

  record Energy(
      String id,
      String name,
      String set,
      boolean basic,
      String text,
      List<Provides> provides,
      Optional<Filter> attachesTo,
      List<AbilityView> abilities,
      List<String> tags,
      Optional<ArtHint> art)
      implements CardView {}

  /** An attack: cost, text and program. */
  record AttackView(
      String name,
      List<EnergyType> cost,
      String text,
      List<Effect> pre,
      Optional<Amount> damage,
      List<Effect> post) {}

  /**
   * An ability: kind, text and program.
   *
   * @param text empty if the card's own text contains it
   */
  record AbilityView(String type, String name, String text, Ability program) {}

  static CardView of(CardDefinition card, CardSet in) {
    var text = CardText.of(card);
    var set = in.set().id();
    var art = Optional.ofNullable(in.art().get(card.id()));
    return switch (card) {
      case CardDefinition.Pokemon pokemon ->
          new Pokemon(
              pokemon.id(),
              pokemon.name(),
              set,
              pokemon.stage(),
              pokemon.ruleBox(),
              pokemon.evolvesFrom(),
              pokemon.hp(),
              pokemon.types(),
              pokemon.weakness(),
              pokemon.resistance(),
              pokemon.retreat(),
              Optional.of(text.text()).filter(words -> !words.isEmpty()),
              abilities(pokemon.abilities(), text),
              attacks(pokemon.attacks(), text),
              pokemon.tags(),
              art);
      case CardDefinition.Trainer trainer ->
          new Trainer(
              trainer.id(),
              trainer.name(),
              set,
              trainer.kind(),
              text.text(),
              trainer.playable(),
              trainer.effects(),
              abilities(trainer.abilities(), text),
              attacks(trainer.attacks(), text),
              trainer.tags(),
              art);
      case CardDefinition.Energy energy ->
          new Energy(
              energy.id(),
              energy.name(),
              set,
              energy.basic(),
              text.text(),
              energy.provides(),
              energy.attachesTo(),
              abilities(energy.abilities(), text),
              energy.tags(),
              art);
    };
  }

  private static List<AttackView> attacks(List<Attack> attacks, CardText text) {
    var views = new ArrayList<AttackView>();
    for (int i = 0; i < attacks.size(); i++) {
      var attack = attacks.get(i);
      views.add(
          new AttackView(
              attack.name(),
              attack.cost(),
              text.attacks().get(i),
              attack.pre(),
              attack.damage(),
              attack.post()));
    }
    return List.copyOf(views);
  }

  private static List<AbilityView> abilities(List<Ability> abilities, CardText text) {
    var views = new ArrayList<AbilityView>();
    for (int i = 0; i < abilities.size(); i++) {
      var ability = abilities.get(i);
      String says = i < text.abilities().size() ? text.abilities().get(i) : "";
      views.add(
          new AbilityView(
              SnakeCase.of(ability.getClass().getSimpleName()), ability.name(), says, ability));
    }
    return List.copyOf(views);
  }
}
