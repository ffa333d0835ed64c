package dev.menagerie.socketio.engineio;

/**
 * One polling request that waits for its answer. Answers are given once, on the session's executor.
 */
public interface PollExchange {
  /** Answers a GET with packets. */
  void answer(byte[] payload);

  /** Answers a POST: all packets were taken. */
  void accept();

  /** Answers with an error. */
  void refuse(EngineError error);
}
