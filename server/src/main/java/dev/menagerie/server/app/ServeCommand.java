package dev.menagerie.server.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the server until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves REST, Socket.IO and the page on one port.",
      "Starts its own Postgres and Redis where none are given. Every option is an environment",
      "variable, too: --data-dir is MENAGERIE_DATA_DIR."
    })
final class ServeCommand implements Callable<Integer> {
  @Mixin ServeOptions options = new ServeOptions();

  @Override
  public Integer call() throws InterruptedException {
    options.check();
    var stopped = new CountDownLatch(1);
    var server = RunningServer.start(options);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("shutdown")
                .unstarted(() -> {
                  server.close();
                  stopped.countDown();
                }));
    System.out.println("Menagerie is ready: " + server.url());
    System.out.flush();
    stopped.await();
    return 0;
  }
}
