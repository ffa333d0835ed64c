package dev.menagerie.socketio.engineio;

/**
 * One polling request that waits for its response. There is one response, sent on the session's
 * executor.
 */
public interface PollExchange {
  /** Answers a GET with packets. */
  void respond(byte[] payload);

  /** Answers a POST: all packets were taken. */
  void accept();

  /** Answers with an error. */
  void refuse(EngineError error);
}
