package dev.menagerie.server.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.menagerie.codec.Json;
import dev.menagerie.server.game.ConnectionId;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One JSON object a line: time, level, logger, thread, the whole message, the ids it is about, the
 * stack trace of a failure. Ids are found by their types among the arguments, so that every line
 * about a game has its field {@code game} without saying so twice.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = {};

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    var line = new LinkedHashMap<String, Object>();
    line.put("time", event.getInstant().toString());
    line.put("level", event.getLevel().toString());
    line.put("logger", event.getLoggerName());
    line.put("thread", event.getThreadName());
    line.put("message", event.getFormattedMessage());
    addIds(event, line);
    if (event.getThrowableProxy() != null) {
      line.put("error", ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
    byte[] json = Json.bytes(line);
    byte[] whole = new byte[json.length + 1];
    System.arraycopy(json, 0, whole, 0, json.length);
    whole[json.length] = '\n';
    return whole;
  }

  private static void addIds(ILoggingEvent event, Map<String, Object> line) {
    var arguments = event.getArgumentArray();
    if (arguments != null) {
      for (var argument : arguments) {
        switch (argument) {
          case GameId game -> line.putIfAbsent("game", game.value());
          case UserId user -> line.putIfAbsent("user", user.value());
          case ConnectionId session -> line.putIfAbsent("session", session.value());
          case null, default -> {}
        }
      }
    }
    var pairs = event.getKeyValuePairs();
    if (pairs == null) return;
    for (var pair : pairs) line.putIfAbsent(pair.key, text(pair.value));
  }

  private static Object text(Object value) {
    return value instanceof Number ? value : String.valueOf(value);
  }
}
