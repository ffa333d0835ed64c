package dev.menagerie.rules.game;

import dev.menagerie.rules.state.Frame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one execution, the running one last. Frames hold the programs and procedures that
 * have begun and not ended. Used by one thread.
 */
final class FrameStack {
  /** Bounds copied attacks and triggers that fire triggers. */
  private static final int MAX_DEPTH = 64;

  private final List<RunningFrame> frames = new ArrayList<>();

  private FrameStack() {}

  /** The stack that a state has written down. */
  static FrameStack of(List<Frame> written) {
    FrameStack stack = new FrameStack();
    for (Frame frame : written) {
      stack.frames.add(RunningFrame.of(frame));
    }
    return stack;
  }

  /** The stack as values that a state can keep. */
  List<Frame> freeze() {
    return frames.isEmpty() ? List.of() : frames.stream().map(RunningFrame::freeze).toList();
  }

  /** Puts a frame on top, which runs next. A stack at its bound drops it. */
  void push(RunningFrame frame) {
    if (frames.size() < MAX_DEPTH) {
      frames.add(frame);
    }
  }

  /** Puts a frame below all others, which runs when they have ended. */
  void pushUnderAll(RunningFrame frame) {
    frames.addFirst(frame);
  }

  /** The running frame, or null if nothing runs. */
  @Nullable RunningFrame top() {
    return frames.isEmpty() ? null : frames.getLast();
  }

  /** The running frame of a stack that is not empty. */
  RunningFrame running() {
    return frames.getLast();
  }

  /** Ends the running frame. */
  void pop() {
    frames.removeLast();
  }

  /** The number of frames. */
  int size() {
    return frames.size();
  }

  /** The frame at an index, counted from the bottom. */
  RunningFrame get(int index) {
    return frames.get(index);
  }

  /** Takes out the frame at an index, counted from the bottom. */
  RunningFrame remove(int index) {
    return frames.remove(index);
  }

  /** Takes out a frame, wherever it is. */
  void remove(RunningFrame frame) {
    frames.remove(frame);
  }

  /** The frames from an index to the top, the topmost first; a view. */
  List<RunningFrame> downTo(int index) {
    return frames.subList(index, frames.size()).reversed();
  }

  /** Ends everything. */
  void clear() {
    frames.clear();
  }

  /** The frame of that kind nearest to the top, or null. */
  @Nullable RunningFrame nearest(Frame.Kind kind) {
    for (int i = frames.size() - 1; i >= 0; i--) {
      if (frames.get(i).kind == kind) {
        return frames.get(i);
      }
    }
    return null;
  }
}
