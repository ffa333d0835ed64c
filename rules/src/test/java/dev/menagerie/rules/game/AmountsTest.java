package dev.menagerie.rules.game;

import static dev.menagerie.rules.TestCards.n;
import static dev.menagerie.rules.TestCards.none;
import static dev.menagerie.rules.game.TestGame.holding;
import static dev.menagerie.rules.game.TestGame.hurt;
import static dev.menagerie.rules.game.TestGame.mon;
import static dev.menagerie.rules.state.Seat.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.CardKind;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.config.Presets;
import dev.menagerie.rules.query.Amounts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every number of the vocabulary. */
class AmountsTest {
  private TestGame game = TestGame.standard();
  private final RunningFrame asking = TestGame.asking(FIRST, -1, -1);

  private void is(int wanted, Amount amount) {
    assertThat(Amounts.of(game.state().table(), asking, amount)).as("%s", amount).isEqualTo(wanted);
  }

  private static Target own() {
    return new Target.Every(Player.YOU, none(), none());
  }

  @Test
  void arithmetic() {
    game.start();
    is(4, n(4));
    is(9, new Amount.Sum(List.of(n(2), n(3), n(4))));
    is(0, new Amount.Sum(List.of()));
    is(12, new Amount.Times(n(3), n(4)));
    is(3, new Amount.Difference(n(5), n(2)));
    is(0, new Amount.Difference(n(2), n(5)));
    is(2, new Amount.Smaller(n(5), n(2)));
    is(5, new Amount.Larger(n(5), n(2)));
    Condition no = new Condition.Same(n(1), n(2));
    is(7, new Amount.Either(new Condition.Not(no), n(7), Optional.of(n(8))));
    is(8, new Amount.Either(no, n(7), Optional.of(n(8))));
    is(0, new Amount.Either(no, n(7), none()));
  }

  @Test
  void keptValuesOfAProgram() {
    game.start();
    asking.set(Amounts.HEADS, 2);
    asking.set(Amounts.TAILS, 1);
    asking.set("x" + Amounts.HEADS, 5);
    asking.set("x" + Amounts.TAILS, 6);
    asking.set("these", List.of(7, 8, 9));
    asking.set("number", 30);
    asking.set(Amounts.DAMAGE_DONE, 60);
    is(2, new Amount.Heads(none()));
    is(1, new Amount.Tails(none()));
    is(5, new Amount.Heads(Optional.of("x")));
    is(6, new Amount.Tails(Optional.of("x")));
    is(3, new Amount.Chosen("these"));
    is(0, new Amount.Chosen("those"));
    is(30, new Amount.Kept("number"));
    is(60, new Amount.DamageDone());
  }

  @Test
  void energyIsTheSumOfProvidedUnits() {
    game.first()
        .active(mon("plain", "e-double", "e-fire"))
        .bench(mon("mudback", "e-rainbow"), mon("mudback"));
    game.start();
    is(4, new Amount.EnergyOn(own(), none()));
    is(4, new Amount.EnergyOn(own(), Optional.of(EnergyType.COLORLESS)));
    is(2, new Amount.EnergyOn(own(), Optional.of(EnergyType.FIRE)));
    is(1, new Amount.EnergyOn(own(), Optional.of(EnergyType.WATER)));
    is(3, new Amount.EnergyOn(new Target.Active(Player.YOU), none()));
    is(0, new Amount.EnergyOn(new Target.Active(Player.OPPONENT), none()));
  }

  @Test
  void countersHpAndRetreatOfSeveralAreAddedUp() {
    game.first().active(hurt(30, mon("mudlord"))).bench(holding(hurt(20, mon("plain")), "cape"));
    game.start();
    is(5, new Amount.CountersOn(own()));
    is(110 + 100 + 20, new Amount.HpOf(own()));
    is(3 + 1, new Amount.RetreatCost(own()));
    game.stadium("meadow", FIRST).start();
    is(2, new Amount.RetreatCost(own()));
  }

  @Test
  void pokemonInPlayAreCounted() {
    game.first().bench(mon("plain"), hurt(10, mon("mudback")));
    game.start();
    is(3, new Amount.PokemonInPlay(Player.YOU, none(), none()));
    is(4, new Amount.PokemonInPlay(Player.BOTH, none(), none()));
    is(2, new Amount.PokemonInPlay(Player.YOU, Optional.of(Place.BENCH), none()));
    is(2, new Amount.PokemonInPlay(Player.BOTH, Optional.of(Place.ACTIVE), none()));
    is(1, new Amount.PokemonInPlay(Player.BOTH, none(), Optional.of(new Filter.Damaged())));
  }

  @Test
  void cardsInZonesAreCounted() {
    game.first().hand("potion", "plain").discard("e-fire", "e-fire", "potion");
    game.second().hand("plain");
    game.start();
    Optional<Filter> energy = Optional.of(new Filter.Kind(CardKind.ENERGY));
    is(2, new Amount.CardsIn(Zone.HAND, none(), none()));
    is(1, new Amount.CardsIn(Zone.HAND, Optional.of(Player.OPPONENT), none()));
    is(3, new Amount.CardsIn(Zone.HAND, Optional.of(Player.BOTH), none()));
    is(2, new Amount.CardsIn(Zone.DISCARD, Optional.of(Player.YOU), energy));
    is(0, new Amount.CardsIn(Zone.DISCARD, Optional.of(Player.OPPONENT), energy));
  }

  @Test
  void prizesTakenAndLeft() {
    game.first().prizes("plain", "plain");
    game.start();
    is(4, new Amount.PrizesTaken(Player.YOU));
    is(2, new Amount.PrizesLeft(Player.YOU));
    is(0, new Amount.PrizesTaken(Player.OPPONENT));
    is(8, new Amount.PrizesLeft(Player.BOTH));
  }

  @Test
  void pointsCountAsPrizes() {
    game = TestGame.of(Presets.POCKET);
    game.first().prizes().points(1);
    game.second().prizes();
    game.start();
    is(1, new Amount.PrizesTaken(Player.YOU));
    is(2, new Amount.PrizesLeft(Player.YOU));
    is(3, new Amount.PrizesLeft(Player.OPPONENT));
  }
}
