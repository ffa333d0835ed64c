package dev.menagerie.server.settings;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code serve} about what players may write to each other. */
public final class ChatOptions {
  @Option(
      names = "--chat",
      negatable = true,
      defaultValue = "false",
      description =
          "Lets the two players of a game write to each other; otherwise they have emotes alone."
              + " Default: ${DEFAULT-VALUE}")
  public boolean chat;

  @Option(
      names = "--chat-filter-url",
      paramLabel = "URL",
      description =
          "A server of yours that judges each message of the chat before it is said. Default: none")
  public @Nullable String filterUrl;

  /** Adds what cannot be used, one line each. */
  void check(SettingProblems found) {
    found.unless(filterUrl == null || chat, "--chat-filter-url takes --chat");
    found.unless(
        filterUrl == null || filter().isPresent(),
        "--chat-filter-url must be an http or https address without a user, such as"
            + " http://127.0.0.1:9000/judge");
  }

  /** The address of the filter; empty: there is none. */
  public Optional<URI> filter() {
    return HttpAddress.read(filterUrl);
  }
}
