package dev.menagerie.server.play;

import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import java.time.Instant;
import java.util.Optional;

/** What moved a game on by one version, as it is recorded and replayed. */
public sealed interface Move {
  /** The player who made the move, or whom it affected. */
  Optional<Seat> seat();

  /** The wire's word for it. */
  String actionType();

  /** The second seat was taken and the cards were dealt. */
  record Opened(PlayerEntry second) implements Move {
    @Override
    public Optional<Seat> seat() {
      return Optional.empty();
    }

    @Override
    public String actionType() {
      return "game_started";
    }
  }

  /** A player acted. */
  record Acted(Seat player, Action action) implements Move {
    @Override
    public Optional<Seat> seat() {
      return Optional.of(player);
    }

    @Override
    public String actionType() {
      return ActionNames.of(action);
    }
  }

  record Resigned(Seat player) implements Move {
    @Override
    public Optional<Seat> seat() {
      return Optional.of(player);
    }

    @Override
    public String actionType() {
      return "resign";
    }
  }

  /** The clock of the player to act ran out. */
  record TimedOut(Seat player) implements Move {
    @Override
    public Optional<Seat> seat() {
      return Optional.of(player);
    }

    @Override
    public String actionType() {
      return "timeout";
    }
  }

  /** A player came back and got more time. */
  record GraceGranted(Seat player) implements Move {
    @Override
    public Optional<Seat> seat() {
      return Optional.of(player);
    }

    @Override
    public String actionType() {
      return "grace";
    }
  }

  /** A player has left, and did not come back within some seconds. */
  record PlayerLeft(Seat player) implements Move {
    @Override
    public Optional<Seat> seat() {
      return Optional.of(player);
    }

    @Override
    public String actionType() {
      return "player_left";
    }
  }

  /** A player who had left is back. */
  record PlayerReturned(Seat player) implements Move {
    @Override
    public Optional<Seat> seat() {
      return Optional.of(player);
    }

    @Override
    public String actionType() {
      return "player_returned";
    }
  }

  /** The player to act was warned that their clock expires soon. */
  record Warned(Seat player) implements Move {
    @Override
    public Optional<Seat> seat() {
      return Optional.of(player);
    }

    @Override
    public String actionType() {
      return "time_warning";
    }
  }

  /**
   * The store has given back the time of an outage to the running clock.
   *
   * @param deadline the clock's new deadline
   */
  record TimeGivenBack(Seat player, long lostMs, Instant deadline) implements Move {
    @Override
    public Optional<Seat> seat() {
      return Optional.of(player);
    }

    @Override
    public String actionType() {
      return "time_given_back";
    }
  }

  /** An operator gave the player to act more time. */
  record TimeGranted(Seat player, long grantedMs) implements Move {
    @Override
    public Optional<Seat> seat() {
      return Optional.of(player);
    }

    @Override
    public String actionType() {
      return "time_granted";
    }
  }

  /** An operator ended the game; it has no result. */
  record Voided() implements Move {
    @Override
    public Optional<Seat> seat() {
      return Optional.empty();
    }

    @Override
    public String actionType() {
      return "voided";
    }
  }

  /** A waiting game was closed before anybody joined. */
  record Closed(Why why) implements Move {
    /** Why a waiting game ends. */
    public enum Why {
      EXPIRED,
      CANCELLED,
      /** The invited user does not want to play. */
      DECLINED,
      /** The creator of a listed game is gone. */
      CREATOR_LEFT
    }

    @Override
    public Optional<Seat> seat() {
      return Optional.empty();
    }

    @Override
    public String actionType() {
      return "closed";
    }
  }
}
