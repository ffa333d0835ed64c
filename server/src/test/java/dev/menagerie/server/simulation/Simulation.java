package dev.menagerie.server.simulation;

import dev.menagerie.server.recovery.Recovery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One seed: a cluster plays while faults strike, then everything is mended and looked at. */
final class Simulation {
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(20);
  private static final Duration FAULTY = Duration.ofSeconds(8);
  private static final int MOST_FAULTS = 5;
  private static final int SOON_MILLIS = 600;

  /** Once everything is mended, every table plays on and finishes its game within this time. */
  private static final Duration HEALS_WITHIN = Duration.ofSeconds(60);

  /** A recovery may wait for a dead node first. */
  private static final Duration JOURNALED_WITHIN = Recovery.SEEN_WITHIN.multipliedBy(2);

  private final World world;
  private final List<Runnable> mends = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  /** From then on nothing breaks any more. */
  private boolean isMended;

  private Simulation(long seed, Mutant mutant) {
    world = new World(seed, mutant);
  }

  /** What a seed led to; without problems all promises were kept. */
  record Result(long seed, List<String> problems, Trace trace, int acknowledged, int games) {}

  static Result run(long seed) {
    return run(seed, Mutant.NONE);
  }

  static Result run(long seed, Mutant mutant) {
    var simulation = new Simulation(seed, mutant);
    var before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(simulation::died);
    try {
      simulation.run();
    } finally {
      simulation.isMended = true;
      simulation.world.timeline.end();
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    var tables = simulation.world.tables;
    return new Result(
        seed,
        simulation.problems,
        simulation.world.timeline.trace(),
        tables.stream().mapToInt(table -> table.answers().size()).sum(),
        tables.stream().mapToInt(table -> table.games().size()).sum());
  }

  private void died(Thread thread, Throwable failure) {
    if (!(failure instanceof SimulatedProcess.Ended)) problems.add(thread + " died: " + failure);
  }

  private void run() {
    var timeline = world.timeline;
    var random = timeline.random();
    world.begin(2 + random.nextInt(2), 1 + random.nextInt(2));
    if (!timeline.runUntil(world.cluster::allServe, STARTS_WITHIN)) {
      problems.add("the nodes do not start");
      return;
    }
    planFaults();
    timeline.run(FAULTY);
    for (var mend : List.copyOf(mends)) mend.run();
    isMended = true;
    timeline.note("everything is mended");
    world.tables.forEach(Table::finish);
    boolean healed =
        timeline.runUntil(() -> world.tables.stream().allMatch(Table::isDone), HEALS_WITHIN);
    if (!healed) problems.add("not every table plays on");
    timeline.runUntil(() -> world.stores.games.waiting().isEmpty(), JOURNALED_WITHIN);
    timeline.run(Duration.ofSeconds(3));
    problems.addAll(Audit.of(world));
  }

  private void planFaults() {
    var random = world.timeline.random();
    var faults = Fault.values();
    long last = 0;
    int count = 1 + random.nextInt(MOST_FAULTS);
    for (int i = 0; i < count; i++) {
      var fault = faults[random.nextInt(faults.length)];
      // Often while the one before it is still being recovered from.
      long millis =
          i > 0 && random.nextBoolean()
              ? last + random.nextInt(SOON_MILLIS)
              : random.nextInt((int) FAULTY.toMillis());
      last = millis;
      world.timeline.after(Duration.ofMillis(millis), () -> strike(fault));
    }
  }

  private void strike(Fault fault) {
    if (isMended || !fault.isPossible(world)) return;
    world.timeline.note("fault: " + fault);
    var mending = fault.strike(world);
    Runnable once =
        new Runnable() {
          @Override
          public void run() {
            if (!mends.remove(this) || world.timeline.isOver()) return;
            mending.run();
            world.timeline.note("mended: " + fault);
          }
        };
    mends.add(once);
    world.timeline.after(fault.time(world.timeline.random()), once);
  }
}
