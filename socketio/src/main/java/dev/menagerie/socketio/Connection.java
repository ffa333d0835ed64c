package dev.menagerie.socketio;

import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.engineio.Lane;
import dev.menagerie.socketio.engineio.SessionHandler;
import dev.menagerie.socketio.engineio.SessionIds;
import dev.menagerie.socketio.packet.EncodedJson;
import dev.menagerie.socketio.packet.InvalidPacket;
import dev.menagerie.socketio.packet.Packet;
import dev.menagerie.socketio.packet.PacketParser;
import dev.menagerie.socketio.packet.PacketWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The Socket.IO side of one session: the namespaces a client is in. Packets are read and handled on
 * the mailbox, one after the other; the lane only puts them there.
 */
final class Connection implements SessionHandler, Mailbox.Owner {
  private static final Socket[] NONE = {};

  /**
   * Between the reply to a CONNECT and what the host says to a newcomer. A client that listens for
   * its next packet only once it has seen the reply, as the protocol's own test suite does, loses a
   * packet that arrives in the same segment.
   */
  private static final Duration GREETING_GAP = Duration.ofMillis(5);

  private final SocketIoServer server;
  private final EngineSession session;
  private final Mailbox mailbox;
  private final PacketParser parser;

  private volatile Socket[] sockets = NONE; // changed under the mailbox's monitor
  private volatile boolean closed;
  private volatile @Nullable Runnable activityListener;
  private volatile Set<String> expelledFrom = Set.of(); // changed under the mailbox's monitor
  private Lane.@Nullable Timer connectTimer; // on the mailbox, after the constructor

  Connection(SocketIoServer server, EngineSession session) {
    this.server = server;
    this.session = session;
    SocketIoSettings settings = server.settings();
    this.mailbox =
        new Mailbox(server.runner(), this, settings.mailboxPackets(), settings.mailboxBytes());
    this.parser = new PacketParser(settings.json(), settings.maxAttachments());
    this.connectTimer = session.schedule(this::connectOverdue, settings.connectTimeout());
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
    mailbox.put(new Mailbox.Task(task));
  }

  // ---- on the lane ----

  @Override
  public void text(byte[] packet) {
    mailbox.put(new Mailbox.Text(packet), session.lane());
  }

  @Override
  public void binary(byte[] message) {
    mailbox.put(new Mailbox.Binary(message), session.lane());
  }

  @Override
  public void active() {
    Runnable listener = activityListener;
    if (listener != null) {
      listener.run();
    }
  }

  @Override
  public void closed(CloseReason reason) {
    Socket[] leaving;
    synchronized (mailbox) {
      closed = true;
      leaving = sockets;
      sockets = NONE;
    }
    for (Socket socket : leaving) {
      if (socket.leave(reason, List.of())) {
        execute(() -> seeOff(socket, reason));
      }
    }
    execute(this::cancelConnectTimer);
  }

  @Override
  public void mailboxFull() {
    session.pause();
  }

  @Override
  public void mailboxHasRoom() {
    session.resume();
  }

  private void connectOverdue() {
    if (sockets.length == 0) {
      session.close(CloseReason.CONNECT_TIMEOUT);
    }
  }

  // ---- on the mailbox ----

  @Override
  public void open(Mailbox.Letter letter) {
    try {
      switch (letter) {
        case Mailbox.Text text -> received(parser.text(text.packet, 1));
        case Mailbox.Binary binary -> received(parser.binary(binary.content));
        case Mailbox.Task task -> task.work.run();
      }
    } catch (InvalidPacket invalid) {
      server.listener().invalidPacket(session);
      session.close(CloseReason.PARSE_ERROR);
      closed = true;
    } catch (Throwable failure) { // the edge of the mailbox: the next letter must be opened
      server.listener().failed("mailbox", failure);
    }
  }

  private void received(@Nullable Packet packet) {
    if (closed) {
      return;
    }
    if (packet == null) {
      refuseBinary(parser.awaited());
      return;
    }
    switch (packet) {
      case Packet.Connect connect -> connect(connect);
      case Packet.Disconnect disconnect -> member(packet).ifPresent(this::leftByClient);
      case Packet.Event event -> member(packet).ifPresent(socket -> dispatch(socket, event));
      case Packet.Ack ack ->
          member(packet).ifPresent(socket -> socket.acknowledged(ack.id(), ack.arguments()));
    }
  }

  private void refuseBinary(Packet awaited) {
    if (member(awaited).filter(socket -> socket.namespace().isTextOnly()).isPresent()) {
      closed = true;
      session.close(CloseReason.BINARY_REFUSED);
    }
  }

  /** The socket a packet is for; none if the server has just put it out of that namespace. */
  private Optional<Socket> member(Packet packet) {
    for (Socket socket : sockets) {
      if (socket.namespace().name().equals(packet.namespace())) {
        return Optional.of(socket);
      }
    }
    if (expelledFrom.contains(packet.namespace())) {
      return Optional.empty(); // on its way before the client knew
    }
    throw new InvalidPacket("a packet for a namespace that was not joined");
  }

  private void connect(Packet.Connect packet) {
    Workers.giveWay(); // a CONNECT waits: for its middleware, and for the greeting
    Socket[] present = sockets;
    for (Socket socket : present) {
      if (socket.namespace().name().equals(packet.namespace())) {
        throw new InvalidPacket("a second connect to the same namespace");
      }
    }
    Optional<Namespace> namespace = server.find(packet.namespace());
    if (namespace.isEmpty() || present.length >= server.settings().maxNamespaces()) {
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
    switch (admission(namespace.get(), request)) {
      case Admission.Admitted admitted -> admit(namespace.get(), request, attributes);
      case Admission.Refused refused ->
          refuse(request, refused.message(), refused.data().orElse(null));
      case Admission.TurnedAway turned -> {
        refuse(request, turned.message(), turned.data());
        closed = true;
        session.close(CloseReason.RATE_LIMITED);
      }
    }
  }

  private void refuse(ConnectRequest request, String message, @Nullable EncodedJson data) {
    server.listener().refused(request, message);
    session.send(PacketWriter.refused(request.namespace(), message, data));
  }

  private Admission admission(Namespace namespace, ConnectRequest request) {
    for (Middleware middleware : namespace.middlewares()) {
      try {
        Admission answer = middleware.admit(request);
        if (answer != Admission.Admitted.INSTANCE) {
          return answer;
        }
      } catch (Exception failure) {
        server.listener().failed("middleware of " + namespace.name(), failure);
        return Admission.refuse("Internal error");
      }
    }
    return Admission.admit();
  }

  private void admit(Namespace namespace, ConnectRequest request, Attributes attributes) {
    var socket = new Socket(request.socketId(), namespace, this, attributes);
    synchronized (mailbox) {
      if (closed) {
        return;
      }
      // The reply is queued before anybody can find the socket, so nothing overtakes it.
      session.send(PacketWriter.connected(namespace.name(), socket.id()));
      namespace.rooms().add(socket);
      Socket[] more = Arrays.copyOf(sockets, sockets.length + 1);
      more[sockets.length] = socket;
      sockets = more;
      expelledFrom = without(namespace.name());
    }
    cancelConnectTimer();
    server.listener().connected(socket);
    if (Thread.currentThread().isVirtual()) { // anybody else has no time to wait
      LockSupport.parkNanos(GREETING_GAP.toNanos());
    }
    namespace.greet(socket);
  }

  private void cancelConnectTimer() {
    if (connectTimer != null) {
      connectTimer.cancel();
      connectTimer = null;
    }
  }

  private void dispatch(Socket socket, Packet.Event packet) {
    var event = new Event(socket, packet);
    Optional<EventHandler> handler = socket.handler(packet.name());
    if (handler.isEmpty()) {
      server.listener().unhandled(event);
      return;
    }
    long start = System.nanoTime();
    try {
      handler.get().handle(event);
    } catch (Throwable failure) { // the edge of the host's code
      socket.namespace().failed(event, failure);
    }
    if (!event.isHeld()) handled(event, start);
  }

  /** The handle that ends an event whose handler returns early. */
  Runnable hold(Event event) {
    long start = System.nanoTime();
    mailbox.hold();
    return () -> {
      handled(event, start);
      mailbox.release();
    };
  }

  private void handled(Event event, long start) {
    server.listener().handled(event, Duration.ofNanos(System.nanoTime() - start));
  }

  private void leftByClient(Socket socket) {
    if (socket.leave(CloseReason.CLIENT_LEFT, List.of())) {
      finished(socket, CloseReason.CLIENT_LEFT);
    }
  }

  /** A socket is out of its namespace while the connection goes on. Any thread. */
  void finished(Socket socket, CloseReason reason) {
    synchronized (mailbox) {
      sockets = Arrays.stream(sockets).filter(each -> each != socket).toArray(Socket[]::new);
      if (reason == CloseReason.SERVER_DISCONNECTED) {
        var names = new HashSet<>(expelledFrom);
        names.add(socket.namespace().name());
        expelledFrom = Set.copyOf(names);
      }
    }
    execute(() -> {
      seeOff(socket, reason);
      if (sockets.length == 0 && !closed && connectTimer == null) {
        connectTimer = session.schedule(this::connectOverdue, server.settings().connectTimeout());
      }
    });
  }

  private Set<String> without(String namespace) {
    if (!expelledFrom.contains(namespace)) {
      return expelledFrom;
    }
    var names = new HashSet<>(expelledFrom);
    names.remove(namespace);
    return Set.copyOf(names);
  }

  private void seeOff(Socket socket, CloseReason reason) {
    server.listener().disconnected(socket, reason);
    socket.namespace().seeOff(socket, reason);
  }
}
