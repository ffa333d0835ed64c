package dev.menagerie.clients.load;

import dev.menagerie.clients.load.LoadPlan.Pace;
import dev.menagerie.codec.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Plays games in a process of its own: see {@link GeneratorWorker}. */
final class ProcessGenerator implements Generator {
  /** A process that has not ended by then is killed. */
  private static final int STOP_SECONDS = 10;

  private final Process process;
  private final BufferedReader answers;
  private final PrintStream commands;
  private final IntConsumer signedIn;

  /**
   * Starts the process.
   *
   * @param mainClass whose command {@code load --worker} runs a {@link GeneratorWorker}
   * @param signedIn receives the number of players who have signed in
   */
  ProcessGenerator(LoadPlan plan, Class<?> mainClass, IntConsumer signedIn) {
    this.signedIn = signedIn;
    try {
      this.process =
          new ProcessBuilder(command(plan, mainClass))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  private static List<String> command(LoadPlan plan, Class<?> mainClass) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(mainClass.getName(), "load", "--worker"));
    command.addAll(List.of("--url", plan.origin().toString()));
    command.addAll(List.of("--games", Integer.toString(plan.games())));
    command.addAll(List.of("--rules", plan.rules()));
    command.addAll(List.of("--sync", plan.sync().name()));
    command.addAll(List.of("--seed", Long.toString(plan.seed())));
    if (plan.compressed()) command.add("--compress");
    command.addAll(
        switch (plan.pace()) {
          case Pace.Think(var mean) -> List.of("--think", Long.toString(mean.toMillis()));
          case Pace.Arrivals _ -> List.of("--rate", "1"); // the rate follows on the input
        });
    return command;
  }

  @Override
  public void open() {
    for (var line = answer(); !line.equals(GeneratorWorker.OPEN); line = answer()) {
      signedIn.accept(Integer.parseInt(line.substring(GeneratorWorker.SIGNED_IN.length())));
    }
  }

  @Override
  public void rate(double perSecond) {
    commands.println(GeneratorWorker.RATE + String.format(Locale.ROOT, "%.6f", perSecond));
  }

  @Override
  public void clear() {
    commands.println(GeneratorWorker.CLEAR);
  }

  @Override
  public LoadTally.Counted snapshot() {
    commands.println(GeneratorWorker.SNAPSHOT);
    return Json.read(answer(), GeneratorWorker.Written.class).read();
  }

  private String answer() {
    try {
      var line = answers.readLine();
      if (line == null) throw new GeneratorFailed("a process of the load has ended");
      if (line.startsWith(GeneratorWorker.FAILED)) {
        throw new GeneratorFailed(line.substring(GeneratorWorker.FAILED.length()));
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    commands.close(); // the worker ends with its input
    process
        .onExit()
        .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
        .thenAccept(Process::destroyForcibly)
        .join();
  }
}
