package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Attack;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The printed texts of a card, rendered from its programs.
 *
 * @param text of an item, supporter, stadium, tool or special energy; empty if there is none
 * @param abilities of a Pokémon, in printed order
 * @param attacks of a Pokémon or a tool, in printed order; empty where an attack only does damage
 */
public record CardText(String text, List<String> abilities, List<String> attacks) {
  private static final String ITEM =
      "This card is an Item. When you play it, it comes to your bench as a Basic Pokémon.";

  public CardText {
    abilities = List.copyOf(abilities);
    attacks = List.copyOf(attacks);
  }

  /** The text of a card, rendered from its programs. */
  public static CardText of(CardDefinition card) {
    return switch (card) {
      case CardDefinition.Pokemon pokemon -> ofPokemon(pokemon);
      case CardDefinition.Trainer trainer ->
          new CardText(ofTrainer(trainer), List.of(), ofAttacks(trainer.attacks(), Words.ofTool()));
      case CardDefinition.Energy energy -> new CardText(ofEnergy(energy), List.of(), List.of());
    };
  }

  /**
   * The text of one part of the card.
   *
   * @param program attacks first, then abilities, then the whole card
   * @return empty where there is no text
   */
  public Optional<String> part(int program) {
    List<String> parts = new ArrayList<>(attacks);
    parts.addAll(abilities);
    String part = program < parts.size() ? parts.get(program) : text;
    return part.isEmpty() ? Optional.empty() : Optional.of(part);
  }

  private static CardText ofPokemon(CardDefinition.Pokemon pokemon) {
    Words words = Words.ofPokemon();
    return new CardText(
        pokemon.isItem() ? ITEM : "",
        pokemon.abilities().stream().map(ability -> AbilityText.of(ability, words)).toList(),
        ofAttacks(pokemon.attacks(), words));
  }

  private static List<String> ofAttacks(List<Attack> attacks, Words words) {
    return attacks.stream().map(attack -> ofAttack(attack, words)).toList();
  }

  private static String ofAttack(Attack written, Words words) {
    EffectText effects = new EffectText(words.inAttack());
    Attack attack = TextReferences.pointed(written);
    List<String> sentences = new ArrayList<>();
    sentences.add(effects.sentences(attack.pre()));
    attack
        .damage()
        .filter(damage -> !AmountText.isPlain(damage) || !standsWhereExpected(attack))
        .ifPresent(damage ->
            sentences.add(
                "This attack does " + AmountText.quantity(damage, Noun.DAMAGE, words) + "."));
    sentences.add(effects.sentences(attack.post()));
    return joined(sentences);
  }

  /** Whether a reader would guess right which effects come before the printed damage. */
  private static boolean standsWhereExpected(Attack attack) {
    List<Effect> all = new ArrayList<>(attack.pre());
    all.addAll(attack.post());
    int before = AttackOrder.beforeDamage(all);
    int printed = attack.pre().size();
    return before == printed
        || (before > printed && AttackOrder.isPreparation(all.subList(printed, before)));
  }

  private static String ofTrainer(CardDefinition.Trainer trainer) {
    Words words =
        switch (trainer.kind()) {
          case TOOL -> Words.ofTool();
          case STADIUM -> Words.ofStadium();
          case ITEM, SUPPORTER -> Words.ofTrainer();
        };
    List<String> sentences = new ArrayList<>();
    trainer
        .playable()
        .ifPresent(when ->
            sentences.add("You may play this card only if " + ConditionText.of(when, words) + "."));
    sentences.add(new EffectText(words).sentences(TextReferences.pointed(trainer.effects())));
    for (Ability ability : trainer.abilities()) {
      sentences.add(AbilityText.of(ability, words));
    }
    return joined(sentences);
  }

  private static String ofEnergy(CardDefinition.Energy energy) {
    Words words = Words.ofEnergy();
    List<String> sentences = new ArrayList<>();
    energy
        .attachesTo()
        .ifPresent(where ->
            sentences.add(
                "Attach this card only to "
                    + FilterText.noun(where, Noun.POKEMON, words).withArticle()
                    + "."));
    if (!energy.basic()) {
      sentences.add("This card provides " + EnergyText.provided(energy.provides()) + ".");
    }
    for (Ability ability : energy.abilities()) {
      sentences.add(AbilityText.of(ability, words));
    }
    return joined(sentences);
  }

  private static String joined(List<String> sentences) {
    return String.join(" ", sentences.stream().filter(sentence -> !sentence.isEmpty()).toList());
  }
}
