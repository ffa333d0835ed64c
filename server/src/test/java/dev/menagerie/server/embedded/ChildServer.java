package dev.menagerie.server.embedded;

import java.nio.file.Path;

/** A process that holds a data directory with both stores until its input ends, or it is killed. */
final class ChildServer {
  private ChildServer() {}

  public static void main(String[] arguments) throws Exception {
    try (var data = DataDirectory.lock(Path.of(arguments[0]));
        var stores = EmbeddedStores.start(data)) {
      System.out.println(
          "ready "
              + stores.store(EmbeddedStores.Kind.POSTGRES).pid()
              + " "
              + stores.store(EmbeddedStores.Kind.REDIS).pid());
      while (System.in.read() >= 0) {
        // the test holds the other end
      }
    } catch (DataDirectoryInUse | EmbeddedStoreFailed refused) {
      System.out.println("refused " + refused.getMessage());
    }
  }
}
