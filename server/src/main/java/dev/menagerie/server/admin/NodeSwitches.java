package dev.menagerie.server.admin;

import java.util.function.Consumer;

/**
 * What an operator switches on one node while it runs. Any thread.
 *
 * @param ready hears whether {@code /health/ready} may answer 200, so that load balancers look away
 * @param newGames hears whether new games may begin here
 */
public record NodeSwitches(Consumer<Boolean> ready, Consumer<Boolean> newGames) {}
