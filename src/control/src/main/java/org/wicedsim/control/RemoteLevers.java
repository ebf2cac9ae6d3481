package org.wicedsim.control;

import java.time.Duration;
import java.util.Optional;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Levers;
import org.wicedsim.hal.Octets;

/// The hands and eyes of a board in another process. A method returns when the events that it
/// caused at once have been published, as on a board in this process.
final class RemoteLevers implements Levers {
  private final RemoteBoard board;
  private final BoardDescription description;

  RemoteLevers(RemoteBoard board, BoardDescription description) {
    this.board = board;
    this.description = description;
  }

  @Override
  public void press(int button) {
    description.button(button);
    board.ask(new Request.Press(button));
  }

  @Override
  public void release(int button) {
    description.button(button);
    board.ask(new Request.Release(button));
  }

  @Override
  public void tap(int button, Duration hold) {
    description.button(button);
    board.ask(new Request.Tap(button, hold));
  }

  @Override
  public boolean isPressed(int button) {
    description.button(button);
    return isTrue(new Request.IsPressed(button));
  }

  @Override
  public boolean isLit(int led) {
    description.led(led);
    return isTrue(new Request.IsLit(led));
  }

  @Override
  public void type(Octets octets) {
    board.ask(new Request.Type(octets));
  }

  /// A board that does not answer is dark.
  private boolean isTrue(Request request) {
    Optional<Fields> answer = board.ask(request);
    try {
      return answer.isPresent() && answer.get().flag("value");
    } catch (ControlException _) {
      return false;
    }
  }
}
