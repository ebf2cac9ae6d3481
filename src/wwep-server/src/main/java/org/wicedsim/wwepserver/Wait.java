package org.wicedsim.wwepserver;

import java.time.Duration;

/// What a connection can wait for, and how long.
enum Wait {
  SILENCE,
  FRAME,
  REQUEST,
  IDLE,
  ANSWER,
  STALLED,
  DRAIN;

  Duration limit(ServerLimits limits) {
    return switch (this) {
      case SILENCE -> limits.silence();
      case FRAME -> limits.frame();
      case REQUEST -> limits.request();
      case IDLE -> limits.idle();
      case ANSWER -> limits.answer();
      case STALLED -> limits.stalled();
      case DRAIN -> limits.drain();
    };
  }
}
