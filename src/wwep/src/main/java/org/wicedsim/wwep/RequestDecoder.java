package org.wicedsim.wwep;

/// Finds requests in a stream of octets, one octet at a time (SPEC 1.2 to 1.9).
///
/// The decoder keeps no octets and allocates nothing: after [Progress#REQUEST] the request is read
/// from [#isWrite()], [#device()], [#register()] and [#value()], or as a record from [#request()],
/// until the next octet is accepted. How the octets were split on their way makes no difference.
///
/// A request is complete with its last digit; the line end that may follow (SPEC 1.5) is handled by
/// the mode:
/// - [ConnectionMode#ONE_SHOT]: feed every octet that was received, then judge by the last result.
///   A line end leaves the request complete; anything else makes it illegal. After a CR the result
///   is [Progress#NEED_MORE], since only the LF tells a line end from surplus.
/// - [ConnectionMode#PERSISTENT]: [Progress#REQUEST] comes once for each request, with its last
///   digit. One line end after it is skipped, also when it comes much later; any other octet begins
///   the next request.
///
/// After [Progress#ILLEGAL] it stays so: nothing marks where another request would begin.
///
/// ```
///              R W            last digit          CR              LF
/// FIRST_OCTET ----> DIGITS -----------> COMPLETE ---> CR_SEEN ---------> LINE_ENDED (one-shot)
///      ^                                   |  LF                   |
///      +-----------------------------------+-----------------------+ (persistent)
/// any state: an octet that does not fit, or no more octets in DIGITS and CR_SEEN -> ILLEGAL
/// ```
///
/// Not safe for use by several threads at once.
public final class RequestDecoder {
  /// The three results of an octet.
  public enum Progress {
    /// No request is complete; see [#isUnderWay()] whether one has begun.
    NEED_MORE,
    /// A whole legal request was received.
    REQUEST,
    /// The octets are illegal, [#reason()] says why.
    ILLEGAL
  }

  private enum State {
    FIRST_OCTET,
    DIGITS,
    COMPLETE,
    CR_SEEN,
    LINE_ENDED,
    ILLEGAL
  }

  private static final int READ_DIGITS = Request.Read.LENGTH - 1;
  private static final int WRITE_DIGITS = Request.Write.LENGTH - 1;

  private final ConnectionMode mode;
  private State state = State.FIRST_OCTET;
  private boolean write;
  private int digitsMissing;
  private long digits;
  private IllegalReason reason = IllegalReason.CUT_SHORT;

  /// Makes a decoder that waits for the first octet of a connection.
  public RequestDecoder(ConnectionMode mode) {
    this.mode = mode;
  }

  /// Takes the next octet of the stream.
  public Progress accept(byte octet) {
    return switch (state) {
      case DIGITS -> onDigit(octet);
      case FIRST_OCTET -> onFirstOctet(octet);
      case COMPLETE -> onOctetAfterRequest(octet);
      case CR_SEEN -> octet == '\n' ? onLineEnd() : illegal(IllegalReason.LONE_CR);
      case LINE_ENDED -> illegal(IllegalReason.SURPLUS);
      case ILLEGAL -> Progress.ILLEGAL;
    };
  }

  /// Says that no further octet belongs to this request: the peer closed its sending side, or the
  /// time for the request ran out. A request under way becomes illegal; a complete one stays.
  public Progress end() {
    return switch (state) {
      case DIGITS -> illegal(IllegalReason.CUT_SHORT);
      case CR_SEEN -> illegal(IllegalReason.LONE_CR);
      case FIRST_OCTET, COMPLETE, LINE_ENDED, ILLEGAL -> progress();
    };
  }

  /// True while octets of an incomplete request, or a CR without its LF, wait for more. This is
  /// when the frame timer runs (SPEC 1.7).
  public boolean isUnderWay() {
    return state == State.DIGITS || state == State.CR_SEEN;
  }

  /// True for a write, false for a read.
  public boolean isWrite() {
    return write;
  }

  /// The device of the complete request, 0 to 65,535.
  public int device() {
    return (int) (digits >>> (write ? 24 : 8)) & Wwep.MAX_DEVICE;
  }

  /// The register of the complete request, 0 to 255.
  public int register() {
    return (int) (digits >>> (write ? 16 : 0)) & Wwep.MAX_REGISTER;
  }

  /// The value of the complete write, 0 to 65,535; meaningless after a read.
  public int value() {
    return (int) digits & Wwep.MAX_VALUE;
  }

  /// The complete request. Throws [IllegalStateException] where there is none.
  public Request request() {
    if (state != State.COMPLETE && state != State.LINE_ENDED) {
      throw new IllegalStateException("no complete request: the decoder is at " + state);
    }
    return write
        ? new Request.Write(device(), register(), value())
        : new Request.Read(device(), register());
  }

  /// Why the octets are illegal. Throws [IllegalStateException] where they are not.
  public IllegalReason reason() {
    if (state != State.ILLEGAL) {
      throw new IllegalStateException("nothing illegal: the decoder is at " + state);
    }
    return reason;
  }

  /// The present result as a value, for callers that prefer records to speed.
  public Decoded decoded() {
    return switch (progress()) {
      case NEED_MORE -> new Decoded.NeedMore();
      case REQUEST -> new Decoded.One(request());
      case ILLEGAL -> new Decoded.Illegal(reason);
    };
  }

  private Progress progress() {
    return switch (state) {
      case FIRST_OCTET, DIGITS, CR_SEEN -> Progress.NEED_MORE;
      case COMPLETE, LINE_ENDED -> Progress.REQUEST;
      case ILLEGAL -> Progress.ILLEGAL;
    };
  }

  private Progress onFirstOctet(byte octet) {
    if (octet != 'R' && octet != 'W') {
      return illegal(IllegalReason.FIRST_OCTET);
    }
    write = octet == 'W';
    digitsMissing = write ? WRITE_DIGITS : READ_DIGITS;
    digits = 0;
    state = State.DIGITS;
    return Progress.NEED_MORE;
  }

  private Progress onDigit(byte octet) {
    int digit = Hex.valueOf(octet);
    if (digit < 0) {
      return illegal(IllegalReason.NOT_HEX);
    }
    digits = digits << 4 | digit;
    if (--digitsMissing > 0) {
      return Progress.NEED_MORE;
    }
    state = State.COMPLETE;
    return Progress.REQUEST;
  }

  private Progress onOctetAfterRequest(byte octet) {
    if (octet == '\n') {
      return onLineEnd();
    }
    if (octet == '\r') {
      state = State.CR_SEEN;
      return Progress.NEED_MORE;
    }
    return switch (mode) {
      case ONE_SHOT -> illegal(IllegalReason.SURPLUS);
      case PERSISTENT -> onFirstOctet(octet);
    };
  }

  private Progress onLineEnd() {
    return switch (mode) {
      case ONE_SHOT -> {
        state = State.LINE_ENDED;
        yield Progress.REQUEST;
      }
      case PERSISTENT -> {
        state = State.FIRST_OCTET;
        yield Progress.NEED_MORE;
      }
    };
  }

  private Progress illegal(IllegalReason why) {
    state = State.ILLEGAL;
    reason = why;
    return Progress.ILLEGAL;
  }
}
