package dev.menagerie.server.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.game.ConnectionId;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import tools.jackson.databind.JsonNode;

class JsonLinesTest {
  private final LoggerContext context = new LoggerContext();
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  @Test
  void aLineHasTheWholeMessageAndItsIds() {
    log()
        .error(
            "{} of {} on {} failed",
            new GameId("g-1"),
            new UserId("u-2"),
            new ConnectionId("c-3"),
            new IllegalStateException("odd"));

    var line = line();
    assertThat(line.path("message").asString()).isEqualTo("g-1 of u-2 on c-3 failed");
    assertThat(line.path("game").asString()).isEqualTo("g-1");
    assertThat(line.path("user").asString()).isEqualTo("u-2");
    assertThat(line.path("session").asString()).isEqualTo("c-3");
    assertThat(line.path("level").asString()).isEqualTo("ERROR");
    assertThat(line.path("error").asString()).contains("IllegalStateException: odd", "at dev.");
  }

  @Test
  void namedValuesAreFields() {
    log().atWarn().addKeyValue("incident", "i-7").addKeyValue("ms", 12L).log("two\nlines");

    var line = line();
    assertThat(line.path("incident").asString()).isEqualTo("i-7");
    assertThat(line.path("ms").asInt()).isEqualTo(12);
    assertThat(line.path("message").asString()).isEqualTo("two\nlines");
  }

  @Test
  void onlyOurOwnLoggersChangeTheirLevel() {
    assertThatThrownBy(() -> Logs.setLevel("org.jdbi", "trace"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Logs.setLevel("dev.menagerie.server.live", "loud"))
        .isInstanceOf(IllegalArgumentException.class);
    Logs.setLevel("dev.menagerie.server.none", "debug");
    assertThat(Logs.levels()).containsEntry("dev.menagerie.server.none", "DEBUG");
  }

  private Logger log() {
    events.setContext(context);
    events.start();
    var logger = context.getLogger("test");
    logger.addAppender(events);
    return logger;
  }

  private JsonNode line() {
    byte[] line = new JsonLines().encode(events.list.getLast());
    assertThat(line[line.length - 1]).isEqualTo((byte) '\n');
    assertThat(new String(line, 0, line.length - 1, StandardCharsets.UTF_8)).doesNotContain("\n");
    return Json.tree(line, Limits.DOCUMENT);
  }
}
