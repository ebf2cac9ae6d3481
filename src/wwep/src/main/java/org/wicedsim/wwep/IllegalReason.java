package org.wicedsim.wwep;

/// Why a request is illegal (SPEC 1.7). An illegal request answers `X` and changes nothing.
public enum IllegalReason {
  /// The first octet is neither `R` nor `W`.
  FIRST_OCTET("a request begins with R or W"),
  /// An octet where a hex digit must stand is none.
  NOT_HEX("device (4), register (2) and, in a write, value (4) are hex digits"),
  /// The octets ended before the request was whole.
  CUT_SHORT("a read has 7 octets and a write 11, and they follow each other without a pause"),
  /// Octets followed the request, a read's value included; only in one-shot mode.
  SURPLUS("nothing but one LF or CR LF may follow a request"),
  /// A CR followed the request and no LF followed the CR (SPEC 1.5).
  LONE_CR("a CR after a request must be followed by LF");

  private final String rule;

  IllegalReason(String rule) {
    this.rule = rule;
  }

  /// The rule that was broken, as a sentence without a full stop.
  public String rule() {
    return rule;
  }
}
