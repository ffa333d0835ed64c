package dev.menagerie.server.play;

/**
 * The origin of a step, if it is answered apart from the broadcast. It goes with the step to the
 * listeners of the commit; this package only carries it.
 */
public interface Requester {}
