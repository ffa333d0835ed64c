import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.net.http.*;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.json.JSONObject;

/**
 * A whole client: plays one game against one of the server's bots, always the first legal action.
 */
public class FirstGame {
  static String url = "http://127.0.0.1:8080";

  static JSONObject post(String path, String token, Map<String, ?> body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url + path)).header("Content-Type", "application/json");
    if (token != null) request.header("Authorization", "Bearer " + token);
    var json = HttpRequest.BodyPublishers.ofString(new JSONObject(body).toString());
    var response =
        HttpClient.newHttpClient()
            .send(request.POST(json).build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300) throw new IllegalStateException(path + ": " + response.body());
    return new JSONObject(response.body());
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) url = arguments[0];
    var guest = post("/auth/guest", null, Map.of("name", "First Game"));
    var token = guest.getString("access_token");
    var user = guest.getJSONObject("user").getString("id");
    var bot = Map.of("kind", "bot", "bot", "random");
    var game =
        post(
                "/games",
                token,
                Map.of("deck_id", "pocket-embers", "rules_config", "pocket", "opponent", bot))
            .getString("game_id");

    var over = new CountDownLatch(1);
    Socket socket =
        IO.socket(
            URI.create(url + "/game"),
            IO.Options.builder().setAuth(Map.of("token", token)).build());
    socket.on(
        "game:state",
        received -> {
          var message = (JSONObject) received[0];
          var actions = message.optJSONObject("state").optJSONArray("legal_actions");
          if (actions.length() == 0) return; // the opponent acts
          var action = actions.optJSONObject(0);
          var id = String.valueOf(message.optInt("event_id"));
          socket.emit(
              "game:action",
              new JSONObject(Map.of("message_id", id, "game_id", game, "action", action)));
          System.out.println(id + " " + action.optString("type"));
        });
    socket.on(
        "game:game_over",
        received -> {
          var end = (JSONObject) received[0];
          System.out.println(
              (user.equals(end.optString("winner_id")) ? "won" : "lost")
                  + " by "
                  + end.optString("end_reason"));
          over.countDown();
        });
    socket.connect();
    over.await();
    socket.close();
    System.exit(0);
  }
}
