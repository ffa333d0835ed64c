package dev.menagerie.socketio.dispatch;

import org.jspecify.annotations.Nullable;

/** Something that a {@link Mailbox} has handled in order. */
public abstract sealed class MailboxItem {
  @Nullable MailboxItem next;

  abstract int bytes();

  /** A text message. */
  public static final class Text extends MailboxItem {
    private final byte[] packet;

    /**
     * @param packet the packet starts at index 1
     */
    public Text(byte[] packet) {
      this.packet = packet;
    }

    /** The packet, which starts at index 1. */
    public byte[] packet() {
      return packet;
    }

    @Override
    int bytes() {
      return packet.length;
    }
  }

  /** A binary message. */
  public static final class Binary extends MailboxItem {
    private final byte[] content;

    /** A binary message; the bytes are not copied. */
    public Binary(byte[] content) {
      this.content = content;
    }

    /** The message. */
    public byte[] content() {
      return content;
    }

    @Override
    int bytes() {
      return content.length;
    }
  }

  /** Work of the server's own. */
  public static final class Task extends MailboxItem {
    private final Runnable work;

    /** Work to be run in the order of the mailbox. */
    public Task(Runnable work) {
      this.work = work;
    }

    /** The work. */
    public Runnable work() {
      return work;
    }

    @Override
    int bytes() {
      return 0;
    }
  }
}
