package dev.menagerie.socketio;

import dev.menagerie.socketio.packet.Arguments;
import dev.menagerie.socketio.packet.Packet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An event from a client: a name, arguments, and optionally a request for an acknowledgement. */
public final class IncomingEvent {
  private final Socket socket;
  private final Packet.Event packet;
  private final Ack ack;
  private boolean deferred; // by its handler, on the mailbox

  IncomingEvent(Socket socket, Packet.Event packet) {
    this.socket = socket;
    this.packet = packet;
    this.ack = new Ack(socket, packet.id());
  }

  /**
   * Keeps the client's next event until the returned handle is run, for a handler that returns
   * before its work is done. The handle is for any thread, once; it must be run.
   */
  public Runnable defer() {
    deferred = true;
    return socket.defer(this);
  }

  boolean isDeferred() {
    return deferred;
  }

  /** The socket that sent it. */
  public Socket socket() {
    return socket;
  }

  /** Its name; a number is given in its text form. */
  public String name() {
    return packet.name();
  }

  /** The arguments after the name. */
  public Arguments arguments() {
    return packet.arguments();
  }

  /** How many arguments there are. */
  public int size() {
    return packet.arguments().size();
  }

  /** One argument, parsed. */
  public JsonNode json(int index) {
    return packet.arguments().json(index);
  }

  /** The JSON of one argument as it was sent. */
  public byte[] raw(int index) {
    return packet.arguments().raw(index);
  }

  /** One argument as this type, unknown fields refused. */
  public <T> T as(int index, Class<T> type) {
    return packet.arguments().as(index, type);
  }

  /** The binary attachments in the order they came. */
  public List<byte[]> attachments() {
    return packet.arguments().attachments();
  }

  /** The acknowledgement, wanted or not. */
  public Ack ack() {
    return ack;
  }

  /** Without the arguments: they are the users'. */
  @Override
  public String toString() {
    return "Event[" + packet.name() + " on " + socket + "]";
  }
}
