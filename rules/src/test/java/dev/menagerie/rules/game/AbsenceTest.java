package dev.menagerie.rules.game;

import static dev.menagerie.rules.state.Seat.FIRST;
import static dev.menagerie.rules.state.Seat.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Rejection;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.Actions;
import dev.menagerie.rules.view.Legal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A player who has left has less time, and after it the other one may claim the game. */
class AbsenceTest {
  private static final Duration TURN = Duration.ofMinutes(3);
  private static final Duration MOST = Duration.ofSeconds(45);

  private final TestGame game = TestGame.standard().start();

  private void expires() {
    game.does(new Command.ExpireClock(game.actor(), game.state().clock()));
  }

  @Test
  void whoLeavesInTheirTurnHasAShorterClockUntilTheyReturn() {
    int clock = game.state().clock();

    game.does(new Command.NoteLeft(FIRST));

    assertThat(game.clock).isEqualTo(new ClockChange.Capped(new ClockChange.Keep(), MOST));
    assertThat(game.state().clock()).isEqualTo(clock + 1);
    game.refuses(new Command.NoteLeft(FIRST), Rejection.PresenceUnchanged.class);

    game.does(new Command.NoteReturned(FIRST));

    assertThat(game.clock).isEqualTo(new ClockChange.Uncap());
    game.refuses(new Command.NoteReturned(FIRST), Rejection.PresenceUnchanged.class);
  }

  @Test
  void whoLeavesInTheOthersTurnHasAShorterClockInTheirOwn() {
    game.does(new Command.NoteLeft(SECOND));
    assertThat(game.clock).isEqualTo(new ClockChange.Keep());

    game.pass();

    assertThat(game.clock).isEqualTo(new ClockChange.Capped(new ClockChange.Start(TURN), MOST));
  }

  @Test
  void theGameMayBeClaimedOnceTheClockOfAnAbsentPlayerRanOut() {
    game.does(new Command.NoteLeft(FIRST));
    game.refuses(new Command.ClaimWin(SECOND), Rejection.NothingToClaim.class);

    expires();

    assertThat(Legal.actions(game.state(), SECOND)).doesNotContain(new Action.ClaimWin());
    game.refuses(new Command.ClaimWin(FIRST), Rejection.NothingToClaim.class);
    game.does(new Command.ClaimWin(SECOND));
    game.ended(Optional.of(SECOND), EndReason.LEFT);
    assertThat(game.clock).isEqualTo(new ClockChange.Stop());
  }

  @Test
  void aClaimMayBeForADrawAndInTheTurnOfTheAbsentPlayer() {
    game.does(new Command.NoteLeft(FIRST));
    expires();
    game.pass();
    assertThat(game.state().turnSeat()).contains(FIRST);
    assertThat(Actions.resolve(game.state(), SECOND, new Action.ClaimDraw()))
        .isEqualTo(new Actions.Resolution.Resolved(new Command.ClaimDraw(SECOND)));

    game.does(new Command.ClaimDraw(SECOND));

    game.ended(Optional.empty(), EndReason.LEFT);
  }

  @Test
  void whoReturnsOrActsCannotBeClaimedFrom() {
    game.does(new Command.NoteLeft(FIRST));
    expires();
    game.does(new Command.NoteReturned(FIRST));
    game.refuses(new Command.ClaimWin(SECOND), Rejection.NothingToClaim.class);

    game.does(new Command.NoteLeft(FIRST));
    game.pass();
    game.pass();
    assertThat(game.state().table().isAway(FIRST)).as("they acted").isFalse();
    game.refuses(new Command.ClaimWin(SECOND), Rejection.NothingToClaim.class);
  }

  @Test
  void aPlayerWhoIsThereCanRunOutOfTimeWithoutAClaim() {
    expires();

    game.refuses(new Command.ClaimWin(SECOND), Rejection.NothingToClaim.class);
  }
}
