package dev.menagerie.server.simulation;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.game.JournalRow;
import dev.menagerie.server.replay.Replayer;
import dev.menagerie.server.replay.Replays;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the answers that players got with what the journal has in the end. */
final class Audit {
  private static final Replayer REPLAYER = new Replayer(SimulatedNode.CATALOG);

  private final World world;
  private final List<String> problems = new ArrayList<>();

  private Audit(World world) {
    this.world = world;
  }

  /** Every promise that was broken. */
  static List<String> of(World world) {
    var audit = new Audit(world);
    for (var table : world.tables) {
      audit.problems.addAll(table.complaints());
      for (var game : table.games()) audit.check(game, table);
      audit.checkReplies(table.answers());
    }
    if (world.cluster.contradictions() > 0) audit.problems.add("two histories of a game");
    return audit.problems;
  }

  private void check(GameId game, Table table) {
    var rows = world.stores.journal.rows(game);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).head().version() != i + 1) {
        problems.add(game + ": version " + rows.get(i).head() + " at place " + (i + 1));
        break;
      }
    }
    var versions = new HashMap<String, JournalRow>();
    for (var row : rows) {
      row.request()
          .ifPresent(request -> {
            if (versions.put(request.seat() + " " + request.id().value(), row) != null) {
              problems.add(game + ": done twice: " + request);
            }
          });
    }
    for (var one : table.answers()) {
      if (one.game().equals(game)) compare(one, versions);
    }
    if (table.isDone()) replay(game);
  }

  private void compare(Acknowledged one, Map<String, JournalRow> versions) {
    var row = versions.get(one.seat() + " " + one.message());
    if (row == null) {
      if (!isExcused(one)) problems.add("lost: " + one + ", which " + witnesses(one) + " knew");
      return;
    }
    if (row.head().version() != one.version()) {
      problems.add(one + " is in the journal as " + row.head());
    }
    one.reply()
        .filter(reply -> !reply.equals(row.reply()))
        .ifPresent(_ -> problems.add("another reply than the journal's: " + one));
  }

  /**
   * Whether the documents promise no more than an alarm: a node that could not do its part in the
   * recovery was alone in knowing this commit, or one before it that it continues.
   */
  private boolean isExcused(Acknowledged one) {
    var own = world.stores.lost.stream().filter(lost -> isOf(lost, one)).findFirst();
    if (own.isEmpty()) return false;
    var head = own.get().head();
    var excuses =
        world.stores.lost.stream()
            .filter(lost -> lost.game().equals(one.game()))
            .filter(lost -> lost.head().epoch() == head.epoch())
            .filter(lost -> lost.head().version() <= head.version())
            .map(lost -> world.stores.witnesses.of(lost.game(), lost.head()))
            .filter(knowing -> knowing.stream().allMatch(world::isDisturbed))
            .toList();
    boolean isKnownLost = world.cluster.alarms() > 0;
    boolean mayBeUnknown =
        excuses.stream().anyMatch(all -> all.stream().allMatch(SimulatedProcess::isKilled));
    return !excuses.isEmpty() && (isKnownLost || mayBeUnknown);
  }

  private String witnesses(Acknowledged one) {
    return world.stores.lost.stream()
        .filter(lost -> isOf(lost, one))
        .map(lost -> world.stores.witnesses.of(one.game(), lost.head()).toString())
        .findFirst()
        .orElse("no fault took, but all");
  }

  private static boolean isOf(JournalEntry lost, Acknowledged one) {
    return lost.game().equals(one.game())
        && lost.entry()
            .cause()
            .asked()
            .filter(r -> r.seat() == one.seat() && r.id().value().equals(one.message()))
            .isPresent();
  }

  private void checkReplies(List<Acknowledged> answers) {
    var first = new HashMap<String, Acknowledged>();
    for (var one : answers) {
      var before = first.putIfAbsent(one.game() + " " + one.seat() + " " + one.message(), one);
      if (before == null || before.reply().isEmpty() || one.reply().isEmpty()) continue;
      if (!before.reply().equals(one.reply()) || before.version() != one.version()) {
        problems.add("two different answers: " + before + " and " + one);
      }
    }
  }

  private void replay(GameId game) {
    var over = world.stores.journal.finished(game);
    if (over.isEmpty()) {
      problems.add(game + " is over and not in the archive");
      return;
    }
    var verdict = REPLAYER.verify(Replays.of(over.get()));
    if (!verdict.ok()) problems.add(game + " does not replay: " + verdict);
  }
}
