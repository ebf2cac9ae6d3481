package org.wicedsim.wwepserver;

import java.time.Duration;

/// Every limit of the server, by name.
///
/// @param connections open connections in all; one more is closed at once
/// @param connectionsPerAddress open connections of one peer address; one more is closed at once
/// @param acceptBacklog connections that may wait to be accepted; the system may allow fewer
/// @param acceptPause how long the server waits after a failed accept before it tries again
/// @param handshake from accepting a connection to the end of its TLS handshake
/// @param silence from then to the first octet; a silent connection is closed without an answer
///   (SPEC 1.7)
/// @param frame from one octet of an incomplete request to the next (SPEC 1.7)
/// @param request from the first octet of a request to its last (SPEC 1.7)
/// @param idle in persistent mode, from an answer to the first octet of the next request; an idle
///   connection is closed without an answer
/// @param drain from the last answer of a connection to its close (SPEC 1.8)
/// @param drainOctets late octets that are read and dropped in that time (SPEC 1.8)
/// @param backlogHigh octets of answers that wait for a peer before the server stops reading from
///   it
/// @param backlogLow octets of answers that still wait when the server reads again
/// @param stalled how long a peer may leave its answers unread before the connection is closed
/// @param pendingAnswers requests of one connection that may wait for the store at once
/// @param answer how long the store may take for one request
/// @param stop how long a stopping server waits for requests in flight
/// @param bindRetry how long a start tries to get a port that is in use
public record ServerLimits(
    int connections,
    int connectionsPerAddress,
    int acceptBacklog,
    Duration acceptPause,
    Duration handshake,
    Duration silence,
    Duration frame,
    Duration request,
    Duration idle,
    Duration drain,
    int drainOctets,
    int backlogHigh,
    int backlogLow,
    Duration stalled,
    int pendingAnswers,
    Duration answer,
    Duration stop,
    Duration bindRetry) {

  private static final ServerLimits DEFAULTS = new Builder().build();

  /// Throws [IllegalArgumentException] for a limit that is not positive, or a low mark above the
  /// high one.
  public ServerLimits {
    checkPositive("connections", connections);
    checkPositive("connectionsPerAddress", connectionsPerAddress);
    checkPositive("acceptBacklog", acceptBacklog);
    checkPositive("acceptPause", acceptPause);
    checkPositive("handshake", handshake);
    checkPositive("silence", silence);
    checkPositive("frame", frame);
    checkPositive("request", request);
    checkPositive("idle", idle);
    checkPositive("drain", drain);
    checkPositive("drainOctets", drainOctets);
    checkPositive("backlogLow", backlogLow);
    checkPositive("stalled", stalled);
    checkPositive("pendingAnswers", pendingAnswers);
    checkPositive("answer", answer);
    checkPositive("stop", stop);
    checkPositive("bindRetry", bindRetry);
    if (backlogHigh < backlogLow) {
      throw new IllegalArgumentException(
          "limit backlogHigh is %d but must be at least backlogLow, %d"
              .formatted(backlogHigh, backlogLow));
    }
  }

  /// The limits of a server that nobody configured: those of SPEC 1, 4,096 connections in all and
  /// 1,024 of one address, 5 minutes idle.
  public static ServerLimits defaults() {
    return DEFAULTS;
  }

  /// A builder that begins with the defaults.
  public static Builder builder() {
    return new Builder();
  }

  private static void checkPositive(String name, int number) {
    if (number <= 0) {
      throw new IllegalArgumentException(
          "limit %s is %d but must be at least 1".formatted(name, number));
    }
  }

  private static void checkPositive(String name, Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(
          "limit %s is %s but must be longer than nothing".formatted(name, duration));
    }
  }

  /// Sets some limits and leaves the rest at their defaults. Each method sets the component of
  /// [ServerLimits] that has its name.
  public static final class Builder {
    private int connections = 4_096;
    private int connectionsPerAddress = 1_024;
    private int acceptBacklog = 4_096;
    private Duration acceptPause = Duration.ofMillis(100);
    private Duration handshake = Duration.ofSeconds(10);
    private Duration silence = Duration.ofSeconds(10);
    private Duration frame = Duration.ofMillis(100);
    private Duration request = Duration.ofSeconds(2);
    private Duration idle = Duration.ofMinutes(5);
    private Duration drain = Duration.ofMillis(100);
    private int drainOctets = 4_096;
    private int backlogHigh = 65_536;
    private int backlogLow = 32_768;
    private Duration stalled = Duration.ofSeconds(10);
    private int pendingAnswers = 128;
    private Duration answer = Duration.ofSeconds(5);
    private Duration stop = Duration.ofSeconds(3);
    private Duration bindRetry = Duration.ofMillis(500);

    private Builder() {}

    public Builder connections(int count) {
      connections = count;
      return this;
    }

    public Builder connectionsPerAddress(int count) {
      connectionsPerAddress = count;
      return this;
    }

    public Builder acceptBacklog(int count) {
      acceptBacklog = count;
      return this;
    }

    public Builder acceptPause(Duration time) {
      acceptPause = time;
      return this;
    }

    public Builder handshake(Duration time) {
      handshake = time;
      return this;
    }

    public Builder silence(Duration time) {
      silence = time;
      return this;
    }

    public Builder frame(Duration time) {
      frame = time;
      return this;
    }

    public Builder request(Duration time) {
      request = time;
      return this;
    }

    public Builder idle(Duration time) {
      idle = time;
      return this;
    }

    public Builder drain(Duration time) {
      drain = time;
      return this;
    }

    public Builder drainOctets(int octets) {
      drainOctets = octets;
      return this;
    }

    public Builder backlogHigh(int octets) {
      backlogHigh = octets;
      return this;
    }

    public Builder backlogLow(int octets) {
      backlogLow = octets;
      return this;
    }

    public Builder stalled(Duration time) {
      stalled = time;
      return this;
    }

    public Builder pendingAnswers(int count) {
      pendingAnswers = count;
      return this;
    }

    public Builder answer(Duration time) {
      answer = time;
      return this;
    }

    public Builder stop(Duration time) {
      stop = time;
      return this;
    }

    public Builder bindRetry(Duration time) {
      bindRetry = time;
      return this;
    }

    /// Makes the limits. Throws [IllegalArgumentException] as [ServerLimits] says.
    public ServerLimits build() {
      return new ServerLimits(
          connections,
          connectionsPerAddress,
          acceptBacklog,
          acceptPause,
          handshake,
          silence,
          frame,
          request,
          idle,
          drain,
          drainOctets,
          backlogHigh,
          backlogLow,
          stalled,
          pendingAnswers,
          answer,
          stop,
          bindRetry);
    }
  }
}
