package dev.menagerie.cards.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Provides;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardTextParserTest {
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
  void anUnknownPhraseIsNamedWithItsPlaceAndSimilarOnes() {
    assertThatThrownBy(() -> CardTextParser.play("Draw 3 cards. Heel 20 damage from this Pokémon."))
        .isInstanceOf(UnknownPhrase.class)
        .hasMessageStartingWith("unknown phrase \"Heel 20 damage from this\" at character 15")
        .hasMessageContaining("\"heal … damage from …\"");
  }

  @Test
  void anEnergyCardIsItsText() {
    CardTextParser.EnergyProgram energy =
        CardTextParser.energy(
            "Bark",
            "Attach this card only to a Grass Pokémon. This card provides 2 Grass or Water energy."
                + " The Pokémon this card is attached to has +20 HP.");

    assertThat(energy.attachesTo()).contains(new Filter.OfType(EnergyType.GRASS));
    assertThat(energy.provides())
        .hasSize(2)
        .containsOnly(new Provides(List.of(EnergyType.GRASS, EnergyType.WATER)));
    assertThat(energy.abilities())
        .containsExactly(
            new Ability.Continuous(
                "Bark", Optional.empty(), Optional.empty(), List.of(new Static.HpBonus(20))));
  }

  @Test
  void choicesBeforeTheLastOneAreDistinguished() {
    List<Effect> effects =
        CardTextParser.play(
                "Choose 1 of your Pokémon. Choose 1 of your opponent's Pokémon. Heal 20 damage from"
                    + " the first chosen Pokémon. The chosen Pokémon is knocked out.")
            .effects();

    Effect.Pick first = (Effect.Pick) effects.get(0);
    Effect.Pick second = (Effect.Pick) effects.get(1);
    assertThat(((Effect.Heal) effects.get(2)).target()).isEqualTo(new Target.Chosen(first.as()));
    assertThat(effects.get(3)).isEqualTo(new Effect.KnockOut(new Target.Chosen(second.as())));
  }

  @Test
  void aTextThatSpeaksOfNothingChosenSaysSo() {
    assertThatThrownBy(() -> CardTextParser.play("Draw a card. Discard the chosen cards."))
        .isInstanceOf(UnknownPhrase.class)
        .hasMessageContaining("at character 26")
        .hasMessageContaining("does not choose");
  }

  @Test
  void effectsBeforeThePrintedDamageSayWhereItFalls() {
    CardTextParser.AttackProgram attack =
        CardTextParser.attack("Discard 1 energy from this Pokémon. This attack does 60 damage.");

    assertThat(attack.pre()).hasSize(1);
    assertThat(attack.damage()).contains(new Amount.Fixed(60));
    assertThat(attack.post()).isEmpty();
  }
}
