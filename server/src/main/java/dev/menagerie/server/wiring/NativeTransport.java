package dev.menagerie.server.wiring;

import io.netty.channel.epoll.Epoll;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Netty's own library for sockets, which needs Linux, glibc and a directory to unpack to. */
final class NativeTransport {
  private static final Logger LOG = LoggerFactory.getLogger(NativeTransport.class);

  private NativeTransport() {}

  /**
   * Logs one line about the consequences if the native transport is missing on Linux; other systems
   * do not have it.
   */
  static void reportIfMissing() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    if (!linux || Epoll.isAvailable()) return;
    Throwable reason = Epoll.unavailabilityCause();
    while (reason.getCause() != null) reason = reason.getCause();
    LOG.warn(
        "Netty's native library cannot be loaded ({}): sockets use NIO, which costs more processor"
            + " time, and a Redis that falls silent is noticed later. It needs glibc and a"
            + " directory where programs may run (-Dio.netty.native.workdir, default /tmp).",
        String.valueOf(reason.getMessage()).lines().findFirst().orElse(""));
  }
}
