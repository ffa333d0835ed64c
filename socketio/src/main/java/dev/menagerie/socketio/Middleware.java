package dev.menagerie.socketio;

/**
 * Decides who may join a namespace. Runs on a virtual thread before anything else happens for the
 * socket, and may block. One that throws keeps the client out.
 */
@FunctionalInterface
public interface Middleware {
  Admission admit(ConnectRequest request) throws Exception;
}
