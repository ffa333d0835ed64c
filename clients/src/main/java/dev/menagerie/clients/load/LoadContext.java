package dev.menagerie.clients.load;

import dev.menagerie.clients.wire.RestClient;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What all players of a load share.
 *
 * @param tls how to connect to an https origin
 * @param loop the one thread of all connections, tables and the tally
 * @param decks ids of the starter decks to draw from
 * @param waiting runs calls that wait for REST
 * @param begun is run once for each table, when its first game begins
 * @param arrivals actions that are due, for a plan with rates
 */
record LoadContext(
    LoadPlan plan,
    Optional<SslContext> tls,
    EventLoop loop,
    LoadTally tally,
    RestClient rest,
    List<String> decks,
    Executor waiting,
    Runnable begun,
    ArrivalQueue arrivals) {}
