package org.wicedsim.wwepserver;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A store that answers when the test says so.
final class LateStore implements RegisterStore {
  final List<Completion> calls = new CopyOnWriteArrayList<>();

  @Override
  public int read(int device, int register, Completion later) {
    calls.add(later);
    return LATER;
  }

  @Override
  public int write(int device, int register, int value, Completion later) {
    calls.add(later);
    return LATER;
  }
}
