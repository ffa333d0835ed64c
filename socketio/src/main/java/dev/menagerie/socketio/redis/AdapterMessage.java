package dev.menagerie.socketio.redis;

import dev.menagerie.socketio.Adapter;
import dev.menagerie.socketio.BroadcastTarget;
import dev.menagerie.socketio.RemoteSocket;
import dev.menagerie.socketio.engineio.EncodedPacket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A message between nodes. Binary, with a version first; a node ignores versions that it does not
 * know.
 */
sealed interface AdapterMessage {
  int VERSION = 1;

  /** A count that no node writes: the message is not ours. */
  int MAX_COUNT = 1 << 20;

  /** The node that says so. */
  String node();

  /** Send these frames to those that are meant. */
  record Deliver(String node, BroadcastTarget target, List<EncodedPacket> frames)
      implements AdapterMessage {}

  /** Do this to those that are meant. */
  record Apply(String node, BroadcastTarget target, Adapter.Change change)
      implements AdapterMessage {}

  /** Which of yours are meant? */
  record Find(String node, String id, BroadcastTarget target) implements AdapterMessage {}

  /** These are. */
  record Found(String node, String id, List<RemoteSocket> sockets) implements AdapterMessage {}

  /** The bytes of this note. */
  default byte[] encoded() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(node());
      switch (this) {
        case Deliver deliver -> {
          out.writeByte('d');
          write(out, deliver.target());
          out.writeInt(deliver.frames().size());
          for (EncodedPacket frame : deliver.frames()) {
            byte[] wire = frame.webSocketBytes();
            out.writeInt(wire.length);
            out.write(wire);
          }
        }
        case Apply apply -> {
          out.writeByte('a');
          write(out, apply.target());
          write(out, apply.change());
        }
        case Find find -> {
          out.writeByte('f');
          out.writeUTF(find.id());
          write(out, find.target());
        }
        case Found found -> {
          out.writeByte('r');
          out.writeUTF(found.id());
          out.writeInt(found.sockets().size());
          for (RemoteSocket socket : found.sockets()) {
            out.writeUTF(socket.id());
            out.writeUTF(socket.node());
            out.writeUTF(socket.remoteAddress());
            write(out, socket.rooms());
          }
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** The note in these bytes; none if they are not one. */
  static Optional<AdapterMessage> decoded(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        return Optional.empty();
      }
      String node = in.readUTF();
      return switch (in.readByte()) {
        case 'd' -> Optional.of(new Deliver(node, readTarget(in), readFrames(in)));
        case 'a' -> Optional.of(new Apply(node, readTarget(in), readChange(in)));
        case 'f' -> Optional.of(new Find(node, in.readUTF(), readTarget(in)));
        case 'r' -> Optional.of(new Found(node, in.readUTF(), readSockets(in)));
        default -> Optional.empty();
      };
    } catch (IOException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static void write(DataOutputStream out, BroadcastTarget target) throws IOException {
    write(out, target.rooms());
    write(out, target.except());
  }

  private static BroadcastTarget readTarget(DataInputStream in) throws IOException {
    return new BroadcastTarget(readNames(in), readNames(in), BroadcastTarget.Scope.THIS_NODE);
  }

  private static void write(DataOutputStream out, Adapter.Change change) throws IOException {
    switch (change) {
      case Adapter.Change.Join join -> {
        out.writeByte('j');
        write(out, join.rooms());
      }
      case Adapter.Change.Leave leave -> {
        out.writeByte('l');
        write(out, leave.rooms());
      }
      case Adapter.Change.Disconnect disconnect -> out.writeByte('d');
      case Adapter.Change.CloseTransport close -> out.writeByte('c');
    }
  }

  private static Adapter.Change readChange(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case 'j' -> new Adapter.Change.Join(readNames(in));
      case 'l' -> new Adapter.Change.Leave(readNames(in));
      case 'd' -> new Adapter.Change.Disconnect();
      case 'c' -> new Adapter.Change.CloseTransport();
      default -> throw new IOException("an unknown change");
    };
  }

  private static List<EncodedPacket> readFrames(DataInputStream in) throws IOException {
    int count = readCount(in);
    var frames = new ArrayList<EncodedPacket>();
    for (int i = 0; i < count; i++) {
      frames.add(EncodedPacket.ofWebSocketBytes(in.readNBytes(readCount(in))));
    }
    return List.copyOf(frames);
  }

  private static List<RemoteSocket> readSockets(DataInputStream in) throws IOException {
    int count = readCount(in);
    var sockets = new ArrayList<RemoteSocket>();
    for (int i = 0; i < count; i++) {
      sockets.add(new RemoteSocket(in.readUTF(), in.readUTF(), in.readUTF(), readNames(in)));
    }
    return List.copyOf(sockets);
  }

  private static void write(DataOutputStream out, Collection<String> names) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      out.writeUTF(name);
    }
  }

  private static Set<String> readNames(DataInputStream in) throws IOException {
    int count = readCount(in);
    var names = new TreeSet<String>();
    for (int i = 0; i < count; i++) {
      names.add(in.readUTF());
    }
    return names;
  }

  private static int readCount(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MAX_COUNT) {
      throw new IOException("a count out of bounds");
    }
    return count;
  }
}
