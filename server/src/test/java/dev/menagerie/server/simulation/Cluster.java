package dev.menagerie.server.simulation;

import java.util.ArrayList;
import java.util.List;

/** The nodes that run now, and those that ever did. */
final class Cluster {
  private final SimulatedStores stores;
  private final Mutant mutant;
  private final List<SimulatedNode> running = new ArrayList<>();
  private final List<SimulatedNode> all = new ArrayList<>();

  Cluster(SimulatedStores stores, Mutant mutant) {
    this.stores = stores;
    this.mutant = mutant;
  }

  SimulatedNode start() {
    var node = new SimulatedNode("node-" + (all.size() + 1), stores, mutant);
    running.add(node);
    all.add(node);
    node.start();
    return node;
  }

  /** Ends a node as kill -9 does; what it has sent is under way all the same. */
  void kill(SimulatedNode node) {
    node.process.kill();
    running.remove(node);
    stores.lock.closed(node.postgres);
  }

  List<SimulatedNode> running() {
    return List.copyOf(running);
  }

  /** Those of every node that runs now, to both stores. */
  List<Rpc> connections() {
    return running.stream().flatMap(node -> node.connections().stream()).toList();
  }

  /** Chosen by the seed. */
  SimulatedNode any() {
    return running.get(stores.timeline.random().nextInt(running.size()));
  }

  boolean allServe() {
    return running.stream().allMatch(node -> node.service().isPresent());
  }

  /** Acknowledged commits that nodes have reported lost. */
  long alarms() {
    return all.stream().mapToLong(node -> node.recovery.lost()).sum();
  }

  long contradictions() {
    return all.stream().mapToLong(node -> node.drainer.contradictions()).sum();
  }
}
