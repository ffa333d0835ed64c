package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a program without a token is shown of links to games. */
class LinkPreviewTest {
  private static final Pattern TAG =
      Pattern.compile("property=\"og:([a-z]+)\" content=\"([^\"]*)\"");

  @AutoClose private final HttpClient browser = HttpClient.newHttpClient();

  private final List<Person> people = List.of(Person.guest(), Person.guest());

  private HttpResponse<byte[]> get(String address) {
    try {
      var request = HttpRequest.newBuilder(URI.create(address)).header("Accept", "*/*").build();
      return browser.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(address, e);
    }
  }

  private String page(String path) {
    var answer = get(people.getFirst().api().origin() + path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String tag(String page, String name) {
    return TAG.matcher(page)
        .results()
        .filter(tag -> tag.group(1).equals(name))
        .map(tag -> tag.group(2))
        .findFirst()
        .orElse("");
  }

  private Map<String, Object> game(String spectators) {
    return Map.of(
        "deck_id", Table.deck("pocket", 0), "rules_config", "pocket", "spectators", spectators);
  }

  @Test
  void anInvitationShowsWhoInvitesAndNoCode() throws IOException {
    var created = people.getFirst().api().post("/games", game("public")).ok();
    var code = created.path("invite_code").asString();
    var path = "/join/" + created.path("game_id").asString();

    var page = page(path + "?code=" + code);

    assertThat(tag(page, "title")).endsWith("invites you to a game");
    assertThat(tag(page, "description")).contains("pocket");
    assertThat(page).doesNotContain(code);
    assertPicture(page, "invite");
  }

  /**
   * The page's picture is fetched, decoded, of the size that the page promises, and no plain area.
   */
  private void assertPicture(String page, String name) throws IOException {
    assertThat(tag(page, "image")).endsWith("/previews/" + name + ".png");
    var picture = get(tag(page, "image"));
    assertThat(picture.headers().firstValue("content-type")).contains("image/png");
    var image = ImageIO.read(new ByteArrayInputStream(picture.body()));
    assertThat(page)
        .contains("property=\"og:image:width\" content=\"" + image.getWidth() + "\"")
        .contains("property=\"og:image:height\" content=\"" + image.getHeight() + "\"");
    assertThat(image.getWidth()).isEqualTo(1_200);
    assertThat(image.getHeight()).isEqualTo(630);
    // The disc in the middle carries the sign; the corner is felt.
    assertThat(image.getRGB(600, 250)).isNotEqualTo(image.getRGB(5, 5));
    assertThat(image.getRGB(600, 330)).isNotEqualTo(image.getRGB(600, 250));
  }

  @Test
  void aPrivateGameShowsNothing() {
    var game = Table.open(game("private"), people);

    for (var path : List.of("/join/", "/watch/", "/replay/")) {
      var answer = get(people.getFirst().api().origin() + path + game);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("og:image");
    }
  }

  @Test
  void aReplayShowsBothPlayersAndTheResult() throws IOException {
    var game = Table.open(game("public"), people);
    try (var witness = Player.connect(people.getLast())) {
      witness.join(game);
      people.getFirst().api().post("/games/" + game + "/resign").ok();
      witness.next("game:game_over");
    }

    var page = page("/replay/" + game);

    assertThat(tag(page, "title")).contains(" against ");
    assertThat(tag(page, "description")).contains(" won.");
    assertPicture(page, "replay");
  }

  @Test
  void aRunningGameShowsItsPlayers() throws IOException {
    var game = Table.open(game("public"), people);

    var page = page("/watch/" + game);

    assertThat(tag(page, "title")).contains(" against ");
    assertPicture(page, "watch");
  }
}
