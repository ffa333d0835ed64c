package dev.menagerie.server.rest;

import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.LinkPreviews;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.SeatedPlayer;
import dev.menagerie.server.preview.PreviewPicture;
import dev.menagerie.server.rest.GameViews.Summary;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Previews of links to games: what a user who has nothing to do with the game may know of it. An
 * invitation's code, hands and decks are no part of it, private games have none, and a game with a
 * delay shows no progress.
 */
public final class GamePreviews implements LinkPreviews {
  private static final Pattern LINK = Pattern.compile("/(join|watch|replay)/([^/]{1,64})");

  /** A user whom nothing was shown or offered to. */
  private final UserId nobody = UserId.fresh();

  private final Games games;
  private final GameArchive archive;
  private final InstantSource clock;

  /** Drawn when they are first asked for; as many as there are kinds. */
  private final ConcurrentHashMap<PreviewPicture, byte[]> drawn = new ConcurrentHashMap<>();

  /** Previews of these games. */
  public GamePreviews(Games games, GameArchive archive, InstantSource clock) {
    this.games = games;
    this.archive = archive;
    this.clock = clock;
  }

  @Override
  public Optional<Preview> of(String path) {
    var link = LINK.matcher(path);
    if (!link.matches()) return Optional.empty();
    return GameId.parse(link.group(2)).flatMap(this::summary).map(GamePreviews::preview);
  }

  /** A preview is a courtesy: without the stores the page comes without one. */
  private Optional<Summary> summary(GameId game) {
    try {
      var live =
          games
              .find(game, nobody)
              .map(found -> GameViews.of(found.game(), nobody, clock.instant()));
      return live.or(() -> ended(game));
    } catch (GameUnavailable unplayable) {
      return ended(game);
    } catch (StoreUnavailable away) {
      return Optional.empty();
    }
  }

  private Optional<Summary> ended(GameId game) {
    return archive
        .ended(game)
        .filter(over -> Visibility.maySee(over.indexEntry(), nobody))
        .map(over -> GameViews.of(over, nobody, clock.instant()));
  }

  private static Preview preview(Summary game) {
    var players = game.players().stream().map(SeatedPlayer::name).toList();
    var rules = "Rules: " + game.rules() + (game.turn() > 0 ? ", turn " + game.turn() : "");
    if (game.status().equals("waiting")) {
      var title = players.getFirst() + " invites you to a game";
      return new Preview(title, rules, picture(PreviewPicture.INVITE));
    }
    var names = String.join(" against ", players);
    if (!game.status().equals("finished")) {
      return new Preview(names, rules + ". Watch it live.", picture(PreviewPicture.WATCH));
    }
    var result =
        game.players().stream()
            .filter(player -> player.playerId().value().equals(game.winnerId()))
            .map(winner -> winner.name() + " won.")
            .findFirst()
            .orElse("Nobody won.");
    return new Preview(names, result + " " + rules, picture(PreviewPicture.REPLAY));
  }

  private static String picture(PreviewPicture kind) {
    return "/previews/" + kind.name().toLowerCase(Locale.ROOT) + ".png";
  }

  @Override
  public Optional<byte[]> picture(String path) {
    for (var kind : PreviewPicture.values()) {
      if (picture(kind).equals(path)) {
        return Optional.of(drawn.computeIfAbsent(kind, PreviewPicture::png));
      }
    }
    return Optional.empty();
  }
}
