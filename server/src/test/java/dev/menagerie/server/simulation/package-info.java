/**
 * Nodes, stores and players in one thread, with a clock, a network and faults that one seed
 * decides: the real recovery, relay, timers and game steps meet what real processes seldom meet
 * (ADR 28).
 */
package dev.menagerie.server.simulation;
