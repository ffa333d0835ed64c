package dev.menagerie.server.play;

/**
 * Who asked for a step, if they are to be answered apart from the broadcast. It goes with the step
 * to the listeners of its commit; this package only carries it.
 */
public interface Requester {}
