package dev.menagerie.server.replay;

import dev.menagerie.codec.PreEncoded;
import dev.menagerie.codec.RawJson;
import dev.menagerie.protocol.StatePatch;
import dev.menagerie.protocol.WireState;
import dev.menagerie.protocol.WireStates;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.view.Redaction;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import dev.menagerie.rules.view.Views.WithActions;
import dev.menagerie.server.archive.ArchivePage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the frames of a replay: the states of a finished game, step by step. */
public final class ReplayFrames {
  private final Replayer replayer;

  /** Makes frames with this replayer. */
  public ReplayFrames(Replayer replayer) {
    this.replayer = replayer;
  }

  /**
   * The game after one step.
   *
   * @param state the whole state; empty where there is a patch
   * @param patch JSON Patch (RFC 6902) on the state of the frame before
   */
  public record Frame(
      long eventId,
      @Nullable String playerId,
      String actionType,
      Instant at,
      RawJson events,
      Optional<RawJson> state,
      Optional<RawJson> patch) {}

  /**
   * One page of frames with every card visible; all but the first are patches. Replays the game up
   * to the end of the page.
   *
   * @param from number of the first frame, from 0
   * @param limit frames at most
   * @return the frames, and the number of the next page's first one
   */
  public ArchivePage<Frame> of(ReplayDocument document, int from, int limit) {
    return page(new Maker(document, Viewer.omniscient(), true, from, limit));
  }

  /**
   * As {@link #of(ReplayDocument, int, int)}, but what one viewer saw while it was played, in whole
   * states.
   */
  public ArchivePage<Frame> seenBy(Viewer viewer, ReplayDocument document, int from, int limit) {
    return page(new Maker(document, viewer, false, from, limit));
  }

  private ArchivePage<Frame> page(Maker maker) {
    replayer.play(maker.document, maker);
    int next = maker.from + maker.limit;
    boolean more = next < maker.document.actions().size();
    return new ArchivePage<>(
        maker.frames, more ? Optional.of(Integer.toString(next)) : Optional.empty());
  }

  private static final class Maker implements Replayer.Witness {
    private final ReplayDocument document;
    private final PreEncoded<RulesConfig> rules;
    private final Viewer viewer;
    private final boolean inPatches;
    private final int from;
    private final int limit;
    private final List<Frame> frames = new ArrayList<>();
    private int seen;
    private @Nullable WireState before;

    Maker(ReplayDocument document, Viewer viewer, boolean inPatches, int from, int limit) {
      this.document = document;
      this.viewer = viewer;
      this.inPatches = inPatches;
      this.rules = PreEncoded.of(document.rules());
      this.from = from;
      this.limit = limit;
    }

    @Override
    public boolean sees(ReplayDocument.Step step, Decision.Accepted outcome, String digest) {
      if (seen++ < from) return true;
      frames.add(frame(step, outcome));
      return frames.size() < limit;
    }

    private Frame frame(ReplayDocument.Step step, Decision.Accepted outcome) {
      var about =
          new WireStates.About(
              document.gameId(),
              step.eventId(),
              step.epoch(),
              "replay",
              rules,
              document.players().stream()
                  .map(p -> new WireStates.Player(p.playerId(), p.name()))
                  .toList(),
              Optional.empty());
      var state = WireStates.of(about, Views.of(outcome.next(), viewer, WithActions.NO));
      var patch = Optional.ofNullable(before).map(b -> StatePatch.between(b, state));
      if (inPatches) before = state;
      return new Frame(
          step.eventId(),
          step.playerId(),
          step.action().get("type").asString(),
          step.at(),
          RawJson.of(Redaction.of(outcome.events(), outcome.next(), viewer)),
          patch.isPresent() ? Optional.empty() : Optional.of(RawJson.of(state)),
          patch);
    }
  }
}
