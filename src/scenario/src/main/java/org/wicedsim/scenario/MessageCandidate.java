package org.wicedsim.scenario;

import java.util.Optional;

/// A whole message; a pattern fits all of it or nothing.
final class MessageCandidate implements Candidate {
  private final Dialogue.Message message;
  private boolean taken;

  MessageCandidate(Dialogue.Message message) {
    this.message = message;
  }

  @Override
  public long nanos() {
    return message.nanos();
  }

  @Override
  public Optional<String> take(TextPattern pattern) {
    taken = pattern.matches(message.octets().utf8());
    return taken ? Optional.of(shown()) : Optional.empty();
  }

  @Override
  public boolean isOpen() {
    return false;
  }

  @Override
  public boolean isUsedUp() {
    return taken;
  }

  @Override
  public String shown() {
    return message.octets().toString();
  }
}
