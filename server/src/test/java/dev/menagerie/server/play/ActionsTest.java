package dev.menagerie.server.play;

import static dev.menagerie.server.play.PlayCards.board;
import static dev.menagerie.server.play.Player.done;
import static dev.menagerie.server.play.Player.refused;
import static dev.menagerie.server.play.Player.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.house.Presets;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.View;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.play.PlayCards.Side;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every kind of action has its effect, through the service and into the store. */
class ActionsTest {
  private final Venue venue = Venue.withPlayCards();
  private final Node node = venue.node();
  private GameId game = GameId.fresh();

  private Player ada(RulesConfig rules, Side first, Side second) {
    game = venue.install(board(rules, 3, first, second));
    return new Player(node, game, Seat.FIRST);
  }

  private Player bob() {
    return new Player(node, game, Seat.SECOND);
  }

  private static Side moles() {
    return Side.of("mole").bench("mole");
  }

  private View.Side seen(Player by) {
    return by.view().players().get(Seat.FIRST.index());
  }

  @Test
  void aBasicGoesToTheBench() {
    var ada = ada(Presets.STANDARD, moles().hand("mole"), moles());

    var what = ada.does(new Action.PlayPokemon(ada.hand("mole")));

    assertThat(what.record().move().actionType()).isEqualTo("play_pokemon");
    assertThat(seen(ada).bench()).hasSize(2);
    assertThat(venue.store.head(game).orElseThrow()).isEqualTo(what.after().head());
  }

  @Test
  void aPokemonEvolves() {
    var ada = ada(Presets.STANDARD, moles().hand("badger"), moles());

    ada.does(new Action.Evolve(ada.hand("badger"), ada.active()));

    assertThat(seen(ada).active().orElseThrow().card()).isEqualTo("badger");
  }

  @Test
  void energyIsAttachedFromHand() {
    var ada = ada(Presets.STANDARD, moles().hand("leaf", "leaf"), moles());

    ada.does(attach(ada.hand("leaf"), ada.active()));

    assertThat(ada.energyOfActive()).hasSize(1);
    assertThat(rule(ada.tries(attach(ada.hand("leaf"), ada.active()))))
        .contains("\"rule\":\"energy_already_attached\"", "\"allowed_per_turn\":1");
  }

  private static Action attach(String card, String target) {
    return new Action.AttachEnergy(Optional.of(card), Optional.empty(), target);
  }

  @Test
  void energyIsAttachedFromTheZone() {
    var ada = ada(Presets.POCKET, moles(), moles());

    ada.does(
        new Action.AttachEnergy(
            Optional.empty(), Optional.of(Action.EnergyOrigin.ZONE), ada.active()));

    assertThat(ada.energyOfActive()).hasSize(1);
  }

  @Test
  void anItemIsPlayed() {
    var ada = ada(Presets.STANDARD, moles().hand("lens"), moles());

    ada.does(trainer(ada.hand("lens")));

    assertThat(seen(ada).hand().orElseThrow()).hasSize(2);
    assertThat(seen(ada).discard()).extracting(View.Card::card).containsExactly("lens");
  }

  private static Action trainer(String card) {
    return new Action.PlayTrainer(card, Optional.empty());
  }

  @Test
  void aToolIsPlayedOnItsTarget() {
    var ada = ada(Presets.STANDARD, moles().hand("cloak"), moles());

    ada.does(new Action.PlayTrainer(ada.hand("cloak"), Optional.of(ada.active())));

    assertThat(seen(ada).active().orElseThrow().hp()).isEqualTo(80);
  }

  @Test
  void oneSupporterATurnAndAStadium() {
    var ada = ada(Presets.STANDARD, moles().hand("coach", "coach", "glade"), moles());

    ada.does(trainer(ada.hand("coach")));
    ada.does(trainer(ada.hand("glade")));

    assertThat(ada.view().stadium().orElseThrow().card()).isEqualTo("glade");
    assertThat(rule(ada.tries(trainer(ada.hand("coach"))))).contains("supporter_already_played");
  }

  @Test
  void anAbilityIsUsedOnceATurn() {
    var ada = ada(Presets.STANDARD, Side.of("badger"), moles());

    ada.does(new Action.UseAbility(ada.active(), 0));

    assertThat(seen(ada).handCount()).isEqualTo(1);
    assertThat(rule(ada.tries(new Action.UseAbility(ada.active(), 0))))
        .contains("ability_already_used");
  }

  @Test
  void aRetreatPaysWithTheOnlyEnergyThereIs() {
    var ada = ada(Presets.STANDARD, Side.of("mole", "leaf").bench("badger"), moles());

    ada.does(new Action.Retreat(ada.bench(0), Optional.empty()));

    assertThat(seen(ada).active().orElseThrow().card()).isEqualTo("badger");
    assertThat(seen(ada).discard()).hasSize(1);
  }

  @Test
  void aRetreatPaysWithTheEnergyThatIsNamed() {
    var ada = ada(Presets.STANDARD, Side.of("mole", "leaf", "leaf").bench("badger"), moles());
    var paid = ada.energyOfActive().subList(0, 1);

    ada.does(new Action.Retreat(ada.bench(0), Optional.of(paid)));

    assertThat(seen(ada).discard()).extracting(View.Card::id).isEqualTo(paid);
  }

  @Test
  void anAttackWithoutAKnockOutEndsTheTurn() {
    var ada = ada(Presets.STANDARD, moles(), Side.of("badger"));
    ada.does(new Action.Pass());
    bob().does(new Action.Pass());
    assertThat(node.moment(game).turnNumber()).isEqualTo(5);
  }

  @Test
  void afterAKnockOutAPrizeIsTakenAndTheNextOneSteppedForward() {
    var ada = ada(Presets.STANDARD, moles(), Side.of("mole").bench("mole", "badger"));

    ada.does(new Action.Attack(0));
    assertThat(ada.question().kind()).isEqualTo(ChoiceKind.SELECT_PRIZE);
    assertThat(refused(bob().tries(new Action.SelectActive(bob().bench(0)))))
        .isEqualTo(ErrorCode.NOT_YOUR_TURN);
    ada.does(new Action.SelectPrize(2));
    assertThat(bob().question().kind()).isEqualTo(ChoiceKind.SELECT_ACTIVE);
    var next = bob().bench(1);
    bob().does(new Action.SelectActive(next));

    assertThat(bob().active()).isEqualTo(next);
    assertThat(seen(ada).prizesRemaining()).isEqualTo(5);
    assertThat(node.moment(game).turnNumber()).isEqualTo(4);
  }

  @Test
  void aSearchAsksAndItsAnswerIsASelect() {
    var ada = ada(Presets.STANDARD, moles().hand("map"), moles());
    ada.does(trainer(ada.hand("map")));
    var question = ada.question();

    assertThat(rule(ada.tries(new Action.Select(question.choiceId(), List.of("none", "such")))))
        .contains("rule");
    assertThat(rule(ada.tries(new Action.Pass()))).contains("choose_first");
    var chosen = question.options().stream().limit(2).map(View.Option::id).toList();
    ada.does(new Action.Select(question.choiceId(), chosen));

    assertThat(seen(ada).handCount()).isEqualTo(2);
    assertThat(ada.view().pending()).isEmpty();
  }

  @Test
  void passingEndsTheTurnInTheStoreAndInTheIndex() {
    var ada = ada(Presets.STANDARD, moles().hand("lens"), moles());
    ada.does(trainer(ada.hand("lens")));

    var passed = ada.does(new Action.Pass());
    venue.drain();

    assertThat(passed.after().clock().deadline()).contains(venue.clock.instant().plusSeconds(180));
    var journaled = venue.journal.active(game).orElseThrow();
    assertThat(journaled.indexEntry().turn()).isEqualTo(4);
    assertThat(journaled.turnDeadline()).isEqualTo(passed.after().clock().deadline());
  }

  @Test
  void aTurnBoundaryIsACheckpointAfterSixteenCommits() {
    var ada = ada(Presets.STANDARD, moles(), moles());
    for (int i = 0; i < 15; i++) (i % 2 == 0 ? ada : bob()).does(new Action.Pass());
    assertThat(venue.store.load(game).orElseThrow().snapshotVersion()).isZero();

    bob().does(new Action.Pass());
    venue.drain();

    assertThat(venue.store.load(game).orElseThrow().snapshotVersion()).isEqualTo(16);
    assertThat(venue.journal.active(game).orElseThrow().version()).isEqualTo(16);
  }

  @Test
  void aRefusalChangesNothing() {
    var ada = ada(Presets.STANDARD, moles().hand("lens"), moles());
    var head = node.moment(game).head();

    assertThat(refused(bob().tries(new Action.Pass()))).isEqualTo(ErrorCode.NOT_YOUR_TURN);
    assertThat(rule(ada.tries(new Action.Attack(7)))).contains("no_such_attack");
    assertThat(rule(ada.tries(new Action.PlayPokemon("hidden")))).contains("no_such_card");
    assertThat(rule(ada.tries(new Action.SelectPrize(0)))).contains("no_such_choice");
    var stale =
        node.games.act(
            game, Seat.FIRST, new MessageId("late"), new Action.Pass(), Optional.of(41L));
    assertThat(refused(stale)).isEqualTo(ErrorCode.STALE_VERSION);

    assertThat(node.moment(game).head()).isEqualTo(head);
    assertThat(venue.store.head(game)).contains(head);
    assertThat(node.heard).isEmpty();
    assertThat(ada.does(new Action.Pass()).after().version()).isEqualTo(1);
  }

  @Test
  void anActionThatExpectsTheCurrentVersionIsAccepted() {
    var ada = ada(Presets.STANDARD, moles(), moles());

    var outcome =
        node.games.act(game, Seat.FIRST, new MessageId("sure"), new Action.Pass(), Optional.of(0L));

    assertThat(done(outcome).after().version()).isEqualTo(1);
    assertThat(ada.view().turn().orElseThrow().player()).isEqualTo(Seat.SECOND);
  }

  @Test
  void actionsInAMissingGameAreRefused() {
    var outcome =
        node.games.act(
            new GameId("nowhere"),
            Seat.FIRST,
            new MessageId("m"),
            new Action.Pass(),
            Optional.empty());

    assertThat(refused(outcome)).isEqualTo(ErrorCode.GAME_NOT_FOUND);
  }
}
