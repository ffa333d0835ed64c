package dev.menagerie.server.wiring;

import dev.menagerie.server.embedded.DataDirectory;
import dev.menagerie.server.embedded.EmbeddedStores;
import dev.menagerie.server.embedded.EmbeddedStores.Kind;
import dev.menagerie.server.postgres.PostgresAddress;
import dev.menagerie.server.settings.ServeOptions;
import java.util.ArrayList;

/**
 * The addresses of the stores: given by options, or those of embedded stores started here. The rest
 * of the server does not know the difference.
 *
 * @param ownAlone whether no other server can use these stores, because both run under this
 *     server's data directory
 */
record StoreAddresses(boolean ownAlone, String redis, PostgresAddress postgres) {

  /**
   * Starts the stores that the options do not name.
   *
   * @param closing takes each store before it is started, so that none outlives a start that fails
   */
  static StoreAddresses of(ServeOptions options, DataDirectory data, CloseStack closing) {
    var wanted = new ArrayList<Kind>();
    if (options.postgres().isEmpty()) wanted.add(Kind.POSTGRES);
    if (options.redis().isEmpty()) wanted.add(Kind.REDIS);
    if (wanted.isEmpty()) {
      return new StoreAddresses(
          false, options.redis().orElseThrow(), options.postgres().orElseThrow());
    }
    var embedded = closing.register(new EmbeddedStores(data, wanted, options.redisProgram()));
    embedded.start();
    closing.register(embedded.supervise());
    return new StoreAddresses(
        wanted.size() == Kind.values().length,
        options.redis().orElseGet(embedded::redisUrl),
        options.postgres().orElseGet(embedded::postgres));
  }
}
