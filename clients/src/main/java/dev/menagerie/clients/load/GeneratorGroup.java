package dev.menagerie.clients.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several generators as one: games start together, counts are added up. */
final class GeneratorGroup implements Generator {
  private final List<Generator> generators;

  GeneratorGroup(List<Generator> generators) {
    this.generators = List.copyOf(generators);
  }

  @Override
  public void open() throws InterruptedException {
    // Players sign in at the same time, or the first games would be over before the last begin.
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var opened = new ArrayList<Future<?>>();
      for (var generator : generators) {
        Callable<Void> open =
            () -> {
              generator.open();
              return null;
            };
        opened.add(threads.submit(open));
      }
      for (var each : opened) join(each);
    }
  }

  private static void join(Future<?> opened) throws InterruptedException {
    try {
      opened.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void rate(double perSecond) {
    for (var generator : generators) generator.rate(perSecond / generators.size());
  }

  @Override
  public void clear() throws InterruptedException {
    for (var generator : generators) generator.clear();
  }

  @Override
  public LoadTally.Counted snapshot() throws InterruptedException {
    var sum = generators.getFirst().snapshot();
    for (var other : generators.subList(1, generators.size())) sum = sum.plus(other.snapshot());
    return sum;
  }

  @Override
  public void close() {
    for (var generator : generators) generator.close();
  }
}
