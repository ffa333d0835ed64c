package dev.menagerie.server.chat;

import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.server.http.OutgoingCalls;
import dev.menagerie.server.http.OutgoingCalls.CallFailed;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks a server of the house's own: it receives {@code game_id}, {@code user_id}, {@code name} and
 * {@code text} by POST and answers 204 (say it), 200 with another {@code text} (say that), or 422
 * (say nothing). After a broken connection it may get the same question again. Without such an
 * answer within two seconds nothing is said.
 */
public final class HttpChatFilter implements ChatFilter, AutoCloseable {
  private static final OutgoingCalls.Limits LIMITS =
      new OutgoingCalls.Limits(Duration.ofSeconds(2), 4_096, 32);

  private static final int CHANGED = 200;
  private static final int PASSED = 204;
  private static final int REFUSED = 422;

  private final OutgoingCalls calls = new OutgoingCalls(LIMITS);
  private final URI address;

  /** Asks at this address. */
  public HttpChatFilter(URI address) {
    this.address = address;
  }

  private record Question(String gameId, String userId, String name, String text) {}

  private record Answer(String text) {}

  @Override
  public Optional<ChatText> judge(ChatDraft draft) throws ChatFilterUnavailable {
    var question =
        new Question(
            draft.game().value(), draft.user().value(), draft.name(), draft.text().value());
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.text(question)))
            .build();
    try {
      var response = calls.sendRepeatable(request);
      return switch (response.statusCode()) {
        case PASSED -> Optional.of(draft.text());
        case CHANGED -> Optional.of(text(response.body()));
        case REFUSED -> Optional.empty();
        default ->
            throw new ChatFilterUnavailable(
                address + " answers with status " + response.statusCode());
      };
    } catch (CallFailed failed) {
      throw new ChatFilterUnavailable(failed);
    }
  }

  private ChatText text(String body) throws ChatFilterUnavailable {
    try {
      return new ChatText(Json.read(body.getBytes(StandardCharsets.UTF_8), Answer.class).text());
    } catch (InvalidJson | IllegalArgumentException unusable) {
      throw new ChatFilterUnavailable(address + " answers with an unusable text");
    }
  }

  @Override
  public void close() {
    calls.close();
  }
}
