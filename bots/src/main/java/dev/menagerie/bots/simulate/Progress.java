package dev.menagerie.bots.simulate;

/** Observes the progress of a simulation. */
public interface Progress {
  /** Called after every game with the number of games so far, by one thread at a time. */
  void done(int games);

  /** Counts the games of all threads and takes the time of both halves. */
  final class Meter {
    private static final double NANOS = 1e9;

    private final int games;
    private final Progress progress;
    private final long begin = System.nanoTime();
    private int done;
    private long half = begin;
    private long end = begin;

    Meter(int games, Progress progress) {
      this.games = games;
      this.progress = progress;
    }

    synchronized void gameEnded() {
      done++;
      end = System.nanoTime();
      if (done == games / 2) {
        half = end;
      }
      progress.done(done);
    }

    synchronized double seconds() {
      return (end - begin) / NANOS;
    }

    /** Seconds of the second half of the games, when everything is compiled. */
    synchronized double warmSeconds() {
      return (end - half) / NANOS;
    }
  }
}
