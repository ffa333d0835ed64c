package dev.menagerie.server.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.auth.PlayerName;
import dev.menagerie.server.auth.User;
import dev.menagerie.server.chat.ChatLog.ChatMessage;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.postgres.PostgresAccounts;
import dev.menagerie.server.postgres.PostgresChatLog;
import dev.menagerie.server.postgres.PostgresDeletedUsers;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChatLogTest {
  private final PostgresChatLog log = new PostgresChatLog(Stores.database());
  private final User robin = newUser();
  private final User sam = newUser();
  private final GameId game = GameId.fresh();

  private static User newUser() {
    var name = new PlayerName("Robin " + UUID.randomUUID().toString().substring(0, 8));
    return new PostgresAccounts(Stores.database()).addGuest(name).orElseThrow();
  }

  private void say(User user, String text) {
    assertThat(log.add(game, user.id(), new ChatText(text))).isPresent();
  }

  @Test
  void messagesAreReadInTheirOrder() {
    say(robin, "hello");
    say(sam, "good luck");
    say(robin, "you too");
    assertThat(log.of(game))
        .extracting(message -> message.text().value())
        .containsExactly("hello", "good luck", "you too");
    assertThat(log.by(robin.id()))
        .extracting(message -> message.text().value())
        .containsExactly("you too", "hello");
    assertThat(log.of(GameId.fresh())).isEmpty();
  }

  @Test
  void aGameHasABoundedNumber() {
    IntStream.range(0, ChatLog.MAX_PER_GAME).forEach(i -> say(robin, "line " + i));
    assertThat(log.add(game, sam.id(), new ChatText("one more"))).isEmpty();
    assertThat(log.of(game)).hasSize(ChatLog.MAX_PER_GAME);
    assertThat(log.add(GameId.fresh(), sam.id(), new ChatText("elsewhere"))).isPresent();
  }

  @Test
  void messagesGoWithTheirUserAndWithTime() {
    say(robin, "hello");
    say(sam, "good luck");
    new PostgresDeletedUsers(Stores.database()).delete(robin.id());
    assertThat(log.of(game)).extracting(ChatMessage::user).containsExactly(sam.id());
    log.sweep(Duration.ofDays(1));
    assertThat(log.of(game)).hasSize(1);
    while (log.sweep(Duration.ZERO) > 0) {}
    assertThat(log.of(game)).isEmpty();
  }
}
