package dev.menagerie.server.play;

import java.util.Optional;

/**
 * A game has moved on by one version.
 *
 * @param before the moment before the commit
 * @param record the committed record
 * @param after the moment after the commit
 * @param reply the reply to the requester; absent if another node committed
 * @param requester the requester, if it is answered on this node
 */
public record GameCommitted(
    LiveGame game,
    Moment before,
    GameRecord record,
    Moment after,
    Optional<ActionReply> reply,
    Optional<Requester> requester) {}
