package dev.menagerie.server.game.planted;

import dev.menagerie.server.live.LiveSettings;

/** What must never be: a port that knows the edge. It proves that the build would notice. */
public record SeesTheEdge(LiveSettings settings) {}
