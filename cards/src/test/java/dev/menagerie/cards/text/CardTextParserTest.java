package dev.menagerie.cards.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Attack;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CardTextParserTest {
  private final List<String> unread = new ArrayList<>();

  /** The text of what was read is the text that was given. */
  @Test
  void everyTextOfTheBuiltInSetsIsReadAsItIsWritten() {
    for (CardDefinition card : CardSets.load().catalog().definitions()) {
      read(card);
    }
    assertThat(unread).isEmpty();
  }

  private void read(CardDefinition card) {
    CardText text = CardText.of(card);
    switch (card) {
      case CardDefinition.Pokemon pokemon -> {
        for (int i = 0; i < pokemon.attacks().size(); i++) {
          Attack attack = pokemon.attacks().get(i);
          String printed = text.attacks().get(i);
          same(card, printed, () -> text(pokemon, attack, CardTextParser.attack(printed)));
        }
        for (int i = 0; i < pokemon.abilities().size(); i++) {
          String printed = text.abilities().get(i);
          String name = pokemon.abilities().get(i).name();
          same(
              card,
              printed,
              () -> AbilityText.of(CardTextParser.ability(name, printed), Words.ofPokemon()));
        }
      }
      case CardDefinition.Trainer trainer -> same(card, text.text(), () -> text(trainer, text));
      case CardDefinition.Energy _ -> {} // what it provides is not part of its program
    }
  }

  private void same(CardDefinition card, String printed, Supplier<String> again) {
    try {
      String written = again.get();
      if (!written.equals(printed)) {
        unread.add(card.id() + ": " + printed + " → " + written);
      }
    } catch (UnknownPhrase unknown) {
      unread.add(card.id() + ": " + printed + ": " + unknown.getMessage());
    }
  }

  private static String text(
      CardDefinition.Pokemon pokemon, Attack attack, CardTextParser.AttackProgram read) {
    Optional<Amount> damage = read.damage().or(attack::damage);
    Attack written = new Attack(attack.name(), attack.cost(), read.pre(), damage, read.post());
    CardDefinition.Pokemon same =
        new CardDefinition.Pokemon(
            pokemon.id(),
            pokemon.name(),
            pokemon.stage(),
            pokemon.ruleBox(),
            pokemon.evolvesFrom(),
            pokemon.hp(),
            pokemon.types(),
            pokemon.weakness(),
            pokemon.resistance(),
            pokemon.retreat(),
            List.of(),
            List.of(written),
            pokemon.tags());
    return CardText.of(same).attacks().getFirst();
  }

  private static String text(CardDefinition.Trainer trainer, CardText text) {
    List<Effect> effects = List.of();
    List<Ability> abilities = List.of();
    Optional<dev.menagerie.rules.card.Condition> playable = Optional.empty();
    switch (trainer.kind()) {
      case ITEM, SUPPORTER -> {
        CardTextParser.PlayProgram play = CardTextParser.play(text.text());
        effects = play.effects();
        playable = play.playable();
      }
      case TOOL, STADIUM ->
          abilities = CardTextParser.inPlay(trainer.kind(), trainer.name(), text.text());
    }
    return CardText.of(
            new CardDefinition.Trainer(
                trainer.id(),
                trainer.name(),
                trainer.kind(),
                playable,
                effects,
                abilities,
                trainer.tags()))
        .text();
  }

  @Test
  void aTextIsItsProgram() {
    CardTextParser.AttackProgram attack =
        CardTextParser.attack("Flip a coin. If tails, this attack does nothing.");

    assertThat(attack.pre()).hasSize(2);
    assertThat(attack.post()).isEmpty();
    assertThat(CardTextParser.play("Draw 3 cards.").effects())
        .containsExactly(new Effect.Draw(new Amount.Fixed(3), Optional.empty()));
  }

  @Test
  void anUnknownPhraseIsNamedWithItsPlaceAndWhatIsLikeIt() {
    assertThatThrownBy(() -> CardTextParser.play("Draw 3 cards. Heel 20 damage from this Pokémon."))
        .isInstanceOf(UnknownPhrase.class)
        .hasMessageStartingWith("unknown phrase \"Heel 20 damage from this\" at character 15")
        .hasMessageContaining("\"heal … damage from …\"");
  }
}
