package dev.menagerie.server.play;

import java.util.Optional;

/**
 * That a game moved on by one version, as listeners on this node hear of it.
 *
 * @param before the moment it started from
 * @param record what happened
 * @param after the moment it led to
 * @param reply what whoever asked for it is told; absent: it was not done by this node
 * @param requester who asked for it, if they are to be answered on this node
 */
public record GameCommitted(
    LiveGame game,
    Moment before,
    GameRecord record,
    Moment after,
    Optional<ActionReply> reply,
    Optional<Requester> requester) {}
