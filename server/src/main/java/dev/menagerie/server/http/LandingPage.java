package dev.menagerie.server.http;

/** The start page of a server that was built without the web application. */
public final class LandingPage {
  private LandingPage() {}

  /**
   * @param origin where this server is reached, such as {@code http://127.0.0.1:8080}
   */
  public static String of(String origin, String version) {
    String here = DocsPage.escaped(origin);
    return PageFrame.around(
        "Menagerie",
        """
        <h1>Menagerie</h1>
        <p>A server for trading card duels, version %2$s. It keeps the rules, the hidden cards and
        the clock; any Socket.IO client may play.</p>
        <ul>
        <li><a href="docs">REST</a>, and <a href="openapi.json">the same for machines</a>
        <li><a href="cards">Cards</a> and <a href="rules">rules</a>
        <li><a href="health/ready">Health</a>
        </ul>
        <h2>Connect</h2>
        <pre>
        curl -s -X POST %1$s/auth/guest -H 'content-type: application/json' -d '{"name":"Ada"}'
        </pre>
        <p>gives a token. With it create or join a game by REST, then:</p>
        <pre>
        import { io } from "socket.io-client";
        const socket = io("%1$s/game", { auth: { token } });
        socket.on("game:state", message =&gt; console.log(message.state.legal_actions));
        socket.emit("game:join", { message_id: crypto.randomUUID(), game_id });
        </pre>
        """
            .formatted(here, DocsPage.escaped(version)));
  }
}
