package dev.menagerie.server.commandline;

import dev.menagerie.server.settings.CommandFailure;
import dev.menagerie.server.settings.PrintedSettings;
import dev.menagerie.server.settings.ServeOptions;
import dev.menagerie.server.settings.SettingChecks;
import dev.menagerie.server.settings.SettingSources;
import dev.menagerie.server.wiring.RunningServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the server until a signal stops it. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves REST, Socket.IO and the page on one port.",
      "Starts its own Postgres and Redis where none are given. Every option can be an environment",
      "variable (--data-dir is MENAGERIE_DATA_DIR) or a line of a file (data-dir = DIR), too."
    })
final class ServeCommand implements Callable<Integer>, CheckedCommand {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Mixin ServeOptions options = new ServeOptions();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings from this file. Default: menagerie.properties, if there is one")
  @Nullable Path config;

  @Option(
      names = "--print-config",
      description = "Print all settings with their origins, passwords masked, and end")
  boolean printConfig;

  @Spec CommandSpec spec = CommandSpec.create();

  /** Embedded stores take 20 s at most to stop; a platform that waits less kills the process. */
  private static final Duration CLOSING = Duration.ofSeconds(50);

  @Override
  public Integer call() throws InterruptedException {
    if (printConfig) {
      new PrintedSettings(spec, spec.commandLine().getParseResult(), sources())
          .print(spec.commandLine().getOut());
      return 0;
    }
    options.log.apply();
    reportThreadsThatDie();
    var stop = StopSignal.listen(CLOSING.plus(options.drain()));
    try {
      return run(stop);
    } catch (CommandFailure failed) {
      if (stop.isRequested()) return 0;
      throw failed;
    } finally {
      stop.finish();
    }
  }

  private int run(StopSignal stop) throws InterruptedException {
    try (var server = RunningServer.start(options)) {
      stop.started();
      System.out.println("Menagerie is ready: " + server.url());
      System.out.flush();
      stop.await();
      server.drain();
      return 0;
    }
  }

  /** Logs tasks that fail and end their thread, which no other code would report. */
  private static void reportThreadsThatDie() {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> LOG.error("thread {} ended by a failure", thread.getName(), failure));
  }

  /** Everything that is wrong with the settings. */
  @Override
  public List<String> problems() {
    var all = new ArrayList<>(sources().problems(spec));
    all.addAll(new SettingChecks(options).problems());
    return all;
  }

  private SettingSources sources() {
    return (SettingSources) spec.commandLine().getDefaultValueProvider();
  }
}
