package dev.menagerie.socketio;

import dev.menagerie.socketio.dispatch.Mailbox;
import dev.menagerie.socketio.dispatch.MailboxItem;
import dev.menagerie.socketio.dispatch.Workers;
import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.engineio.SessionHandler;
import dev.menagerie.socketio.engineio.SessionIds;
import dev.menagerie.socketio.packet.EncodedJson;
import dev.menagerie.socketio.packet.InvalidPacket;
import dev.menagerie.socketio.packet.Packet;
import dev.menagerie.socketio.packet.PacketParser;
import dev.menagerie.socketio.packet.PacketWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Socket.IO side of one session: the namespaces a client is in. The mailbox handles its packets
 * one after the other: on the loop that read them, or on another thread where work may block.
 */
final class Connection implements SessionHandler, Mailbox.Owner {
  /** Whether the connection is open, closing or closed. */
  private enum Phase {
    OPEN,
    /** The client has closed it: earlier packets are handled, but no namespace is joined. */
    CLIENT_GONE,
    CLOSED
  }

  private final SocketIoServer server;
  private final EngineSession session;
  private final Mailbox mailbox;
  private final PacketParser parser;
  private final AwaitedAttachments attachments;

  private final Memberships memberships = new Memberships();
  private volatile Phase phase = Phase.OPEN;
  private volatile @Nullable Runnable activityListener;
  private final ConnectDeadline connectDeadline;
  private final EventDispatcher events;

  Connection(SocketIoServer server, EngineSession session) {
    this.server = server;
    this.session = session;
    SocketIoSettings settings = server.settings();
    this.mailbox =
        new Mailbox(server.runner(), this, settings.mailboxPackets(), settings.mailboxBytes());
    this.parser =
        new PacketParser(settings.json(), settings.maxAttachments(), settings.maxAttachmentBytes());
    this.events = new EventDispatcher(server.listener(), mailbox);
    session.input().payloadLimit(settings.maxConnectBytes());
    this.attachments = new AwaitedAttachments(session, mailbox, settings.attachmentTimeout());
    this.connectDeadline = new ConnectDeadline(session, memberships, settings.connectTimeout());
    connectDeadline.start();
  }

  EngineSession session() {
    return session;
  }

  int maxPendingAcks() {
    return server.settings().maxPendingAcks();
  }

  void onActivity(Runnable listener) {
    activityListener = listener;
  }

  void execute(Runnable task) {
    mailbox.put(new MailboxItem.Task(task));
  }

  @Override
  public void text(byte[] packet) {
    mailbox.put(new MailboxItem.Text(packet), session.executor());
  }

  @Override
  public void binary(byte[] message) {
    mailbox.put(new MailboxItem.Binary(message), session.executor());
  }

  @Override
  public void active() {
    Runnable listener = activityListener;
    if (listener != null) {
      listener.run();
    }
  }

  /**
   * Handles the packets that a client sent before it closed the connection: a leave or an action
   * among them must not be lost.
   */
  @Override
  public void closed(CloseReason reason) {
    if (reason.isByClient()) {
      phase = Phase.CLIENT_GONE;
      execute(() -> end(reason));
    } else {
      end(reason);
    }
  }

  private void end(CloseReason reason) {
    Socket[] leaving;
    synchronized (mailbox) {
      phase = Phase.CLOSED;
      leaving = memberships.removeAll();
    }
    for (Socket socket : leaving) {
      if (socket.leave(reason, List.of())) {
        execute(() -> notifyDisconnected(socket, reason));
      }
    }
    execute(() -> {
      connectDeadline.cancel();
      attachments.end();
    });
  }

  @Override
  public void mailboxFull() {
    session.pause();
  }

  @Override
  public void mailboxHasRoom() {
    session.resume();
  }

  @Override
  public void mailboxOverloaded() {
    session.close(CloseReason.OVERLOADED);
  }

  @Override
  public boolean reserve(long heldBytes) {
    return session.reserveInput(heldBytes);
  }

  @Override
  public void handle(MailboxItem item) {
    switch (item) {
      case MailboxItem.Text text -> guarded(() -> received(parser.text(text.packet(), 1)));
      case MailboxItem.Binary binary -> guarded(() -> received(parser.binary(binary.content())));
      case MailboxItem.Task task -> runBlocking(task.work());
    }
  }

  private void runBlocking(Runnable work) {
    mailbox.runBlocking(() -> guarded(work));
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (InvalidPacket invalid) {
      server.listener().invalidPacket(session);
      session.close(CloseReason.PARSE_ERROR);
      phase = Phase.CLOSED;
    } catch (Throwable failure) { // the edge of the mailbox: the next item must be handled
      server.listener().failed("mailbox", failure);
    }
  }

  private void received(@Nullable Packet packet) {
    if (phase == Phase.CLOSED) {
      return;
    }
    if (packet == null) {
      awaitAttachments();
      return;
    }
    attachments.end();
    switch (packet) {
      case Packet.Connect connect -> runBlocking(() -> connect(connect));
      case Packet.Disconnect disconnect ->
          member(packet).ifPresent(socket -> runBlocking(() -> leftByClient(socket)));
      case Packet.Event event -> member(packet).ifPresent(socket -> events.dispatch(socket, event));
      case Packet.Ack(_, var id, var arguments) ->
          member(packet).ifPresent(socket -> runBlocking(() -> socket.acknowledged(id, arguments)));
    }
  }

  /** Waits for a packet's attachments: they must fit, and arrive in time. */
  private void awaitAttachments() {
    Packet awaited = parser.awaited();
    if (member(awaited).filter(socket -> socket.namespace().isTextOnly()).isPresent()) {
      phase = Phase.CLOSED;
      session.close(CloseReason.BINARY_REFUSED);
      return;
    }
    attachments.await(parser.retainedBytes());
  }

  /** The socket a packet is for; empty if the server has just expelled it from the namespace. */
  private Optional<Socket> member(Packet packet) {
    Socket socket = memberships.in(packet.namespace());
    if (socket != null) {
      return Optional.of(socket);
    }
    if (memberships.isExpelledFrom(packet.namespace())) {
      return Optional.empty(); // sent before the client knew
    }
    throw new InvalidPacket("a packet for a namespace that was not joined");
  }

  private void connect(Packet.Connect packet) {
    if (phase != Phase.OPEN) {
      return;
    }
    Workers.releaseSlot(); // the middleware and the greeting may wait
    if (memberships.in(packet.namespace()) != null) {
      throw new InvalidPacket("a second connect to the same namespace");
    }
    Optional<Namespace> namespace = server.find(packet.namespace());
    if (namespace.isEmpty() || memberships.size() >= server.settings().maxNamespaces()) {
      session.send(PacketWriter.refused(packet.namespace(), "Invalid namespace", null));
      return;
    }
    var attributes = new Attributes();
    var request =
        new ConnectRequest(
            packet.namespace(),
            SessionIds.next(),
            session.handshake(),
            Optional.ofNullable(packet.auth()),
            attributes);
    switch (namespace.get().admit(request)) {
      case Admission.Admitted admitted -> admit(namespace.get(), request, attributes);
      case Admission.Refused refused ->
          refuse(request, refused.message(), refused.data().orElse(null));
      case Admission.TurnedAway turned -> {
        refuse(request, turned.message(), turned.data());
        phase = Phase.CLOSED;
        session.close(CloseReason.RATE_LIMITED);
      }
    }
  }

  private void refuse(ConnectRequest request, String message, @Nullable EncodedJson data) {
    server.listener().refused(request, message);
    session.send(PacketWriter.refused(request.namespace(), message, data));
  }

  private void admit(Namespace namespace, ConnectRequest request, Attributes attributes) {
    var socket = new Socket(request.socketId(), namespace, this, attributes);
    synchronized (mailbox) {
      if (phase == Phase.CLOSED) {
        return;
      }
      // Before the reply: the client may send a large message as soon as it has received it.
      session.input().payloadLimit(Integer.MAX_VALUE);
      // The reply is queued before the socket can be found, so nothing overtakes it.
      session.send(PacketWriter.connected(namespace.name(), socket.id()));
      namespace.rooms().add(socket);
      memberships.add(socket);
    }
    connectDeadline.cancel();
    server.listener().connected(socket);
    Greeting.greet(socket);
  }

  /** The handle that ends an event whose handler returns early. */
  Runnable defer(IncomingEvent event) {
    return events.defer(event);
  }

  private void leftByClient(Socket socket) {
    if (socket.leave(CloseReason.CLIENT_LEFT, List.of())) {
      finished(socket, CloseReason.CLIENT_LEFT);
    }
  }

  /** Removes a socket that has left its namespace; the connection stays open. Any thread. */
  void finished(Socket socket, CloseReason reason) {
    synchronized (mailbox) {
      if (reason == CloseReason.SERVER_DISCONNECTED) {
        memberships.expel(socket);
      } else {
        memberships.remove(socket);
      }
    }
    execute(() -> {
      notifyDisconnected(socket, reason);
      if (memberships.isEmpty() && phase != Phase.CLOSED && !connectDeadline.isRunning()) {
        session.input().payloadLimit(server.settings().maxConnectBytes());
        connectDeadline.start();
      }
    });
  }

  private void notifyDisconnected(Socket socket, CloseReason reason) {
    server.listener().disconnected(socket, reason);
    socket.namespace().notifyDisconnected(socket, reason);
  }
}
