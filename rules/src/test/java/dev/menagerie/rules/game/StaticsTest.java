package dev.menagerie.rules.game;

import static dev.menagerie.rules.TestCards.attack;
import static dev.menagerie.rules.TestCards.basic;
import static dev.menagerie.rules.TestCards.n;
import static dev.menagerie.rules.TestCards.none;
import static dev.menagerie.rules.TestCards.self;
import static dev.menagerie.rules.TestCards.trainer;
import static dev.menagerie.rules.game.TestGame.holding;
import static dev.menagerie.rules.game.TestGame.hurt;
import static dev.menagerie.rules.game.TestGame.mon;
import static dev.menagerie.rules.state.Seat.FIRST;
import static dev.menagerie.rules.state.Seat.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Scope;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.TrainerKind;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Rejection;
import dev.menagerie.rules.state.Pile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Continuous effects follow their conditions, even when nothing enters or leaves play. */
class StaticsTest {
  private static final Scope THEIRS = new Scope(Player.OPPONENT, Optional.of(Place.ACTIVE), none());

  /** Locks the opponent's Active as long as it is hurt itself. */
  private static final CardDefinition SORE =
      basic(
          "sore",
          100,
          EnergyType.PSYCHIC,
          List.of(
              new Ability.Continuous(
                  "sulk",
                  Optional.of(THEIRS),
                  Optional.of(new Condition.AtLeast(new Amount.CountersOn(self()), n(1))),
                  List.of(new Static.NoAbilities()))),
          attack("rest", List.of(), 0, new Effect.Heal(self(), none())));

  /** Has 30 more HP while its effect is not locked. */
  private static final CardDefinition SHELL =
      basic(
          "shell",
          100,
          EnergyType.PSYCHIC,
          List.of(new Ability.Continuous("shell", none(), none(), List.of(new Static.HpBonus(30)))),
          attack("prod", List.of(), 10));

  @Test
  void aLockThatAsksAboutDamageComesAndGoesWithIt() {
    TestGame game = TestGame.standard().cards(SORE, SHELL);
    game.first().active(mon("sore"));
    game.second().active(mon("shell"));
    game.start();
    assertThat(game.hp(game.active(SECOND))).isEqualTo(130);
    game.pass();
    game.attack(0);
    assertThat(game.active(FIRST).damage()).isEqualTo(10);
    assertThat(game.hp(game.active(SECOND))).isEqualTo(100);
    game.attack(0);
    assertThat(game.active(FIRST).damage()).isZero();
    assertThat(game.hp(game.active(SECOND))).isEqualTo(130);
  }

  @Test
  void aLockThatBeginsInTheMiddleOfATurnIsFeltAtOnce() {
    var salt =
        trainer(
            "salt",
            TrainerKind.ITEM,
            List.of(new Effect.PlaceCounters(n(1), new Target.Active(Player.YOU))),
            List.of());
    TestGame game = TestGame.standard().cards(SORE, SHELL, salt);
    game.first().active(mon("sore")).hand("salt");
    game.second().active(hurt(110, mon("shell"))).bench(mon("plain"));
    game.start();
    assertThat(game.hp(game.active(SECOND))).isEqualTo(130);
    game.play("salt");
    assertThat(game.pile(Pile.DISCARD, SECOND)).contains("shell");
  }

  @Test
  void aLockFollowsThePokemonItIsAbout() {
    var picky =
        basic(
            "picky",
            100,
            EnergyType.PSYCHIC,
            List.of(
                new Ability.Continuous(
                    "scorn",
                    Optional.of(
                        new Scope(Player.OPPONENT, none(), Optional.of(new Filter.Damaged()))),
                    none(),
                    List.of(new Static.NoAbilities()))),
            attack("prod", List.of(), 10));
    TestGame game = TestGame.standard().cards(picky, SHELL);
    game.first().active(mon("picky"));
    game.second().active(mon("shell")).bench(hurt(10, mon("shell")));
    game.start();
    assertThat(game.hp(game.active(SECOND))).isEqualTo(130);
    assertThat(game.hp(game.bench(SECOND, 0))).isEqualTo(100);
    game.attack(0);
    assertThat(game.hp(game.active(SECOND))).isEqualTo(100);
  }

  @Test
  void aToolLockTakesToolsAndNothingElse() {
    var rust =
        basic(
            "rust",
            100,
            EnergyType.PSYCHIC,
            List.of(
                new Ability.Continuous(
                    "rust", Optional.of(THEIRS), none(), List.of(new Static.NoTools()))));
    TestGame game = TestGame.standard().cards(rust, SHELL);
    game.first().active(mon("rust")).bench(holding(mon("plain"), "cape"));
    game.second().active(holding(mon("shell"), "cape")).bench(holding(mon("plain"), "cape"));
    game.start();
    assertThat(game.hp(game.active(SECOND))).isEqualTo(130);
    assertThat(game.hp(game.bench(SECOND, 0))).isEqualTo(120);
    assertThat(game.hp(game.bench(FIRST, 0))).isEqualTo(120);
  }

  @Test
  void playerFactsHoldForTheNamedPlayers() {
    allows(Optional.empty(), 2, 1);
    allows(Optional.of(Player.YOU), 2, 1);
    allows(Optional.of(Player.OPPONENT), 1, 2);
    allows(Optional.of(Player.BOTH), 2, 2);
  }

  /** How many energies each player may attach with the first player's giver in play. */
  private static void allows(Optional<Player> whom, int first, int second) {
    var giver =
        basic(
            "giver",
            100,
            EnergyType.PSYCHIC,
            List.of(
                new Ability.Continuous(
                    "giving",
                    whom.map(player -> new Scope(player, none(), none())),
                    none(),
                    List.of(new Static.ExtraEnergy(1)))));
    TestGame game = TestGame.standard().cards(giver);
    game.first().active(mon("giver")).hand("e-fire", "e-fire", "e-fire");
    game.second().hand("e-fire", "e-fire", "e-fire");
    game.start();
    attaches(game, first);
    game.pass();
    attaches(game, second);
  }

  private static void attaches(TestGame game, int times) {
    for (int i = 0; i < times; i++) {
      game.attach("e-fire", game.active(game.actor()));
    }
    var more =
        new Command.AttachEnergy(
            game.actor(), game.inHand(game.actor(), "e-fire"), game.active(game.actor()).serial());
    assertThat(game.refusal(more)).isEqualTo(new Rejection.EnergyAlreadyAttached(times));
  }

  @Test
  void aStadiumIsForBothUnlessItNamesOne() {
    var fair =
        trainer(
            "fair",
            TrainerKind.STADIUM,
            List.of(),
            List.of(
                new Ability.Continuous(
                    "bustle", none(), none(), List.of(new Static.ExtraEnergy(1)))));
    TestGame game = TestGame.standard().cards(fair).stadium("fair", FIRST);
    game.first().hand("e-fire", "e-fire", "e-fire");
    game.second().hand("e-fire", "e-fire", "e-fire");
    game.start();
    attaches(game, 2);
    game.pass();
    attaches(game, 2);
  }
}
