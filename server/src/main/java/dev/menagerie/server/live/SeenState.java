package dev.menagerie.server.live;

import dev.menagerie.protocol.WireState;
import dev.menagerie.rules.view.Sight;
import java.util.Optional;

/**
 * A state as it was sent to a client, and what the client's next state is made from.
 *
 * @param sight empty as long as the game waits for its second player
 */
record SeenState(WireState wire, Optional<Sight> sight) {}
