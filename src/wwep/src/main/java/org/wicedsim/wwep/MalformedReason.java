package org.wicedsim.wwep;

/// Why an answer does not fit the request that was sent (SPEC 1.11).
public enum MalformedReason {
  /// The first octet is neither `A` nor `X`.
  FIRST_OCTET("begins with neither A nor X"),
  /// An octet where a hex digit must stand is none.
  NOT_HEX("has an octet that is no hex digit"),
  /// The device is not the one that was asked for.
  OTHER_DEVICE("names another device"),
  /// The register is not the one that was asked for.
  OTHER_REGISTER("names another register"),
  /// The value is not the one that was written.
  OTHER_VALUE("has another value than was written");

  private final String sentence;

  MalformedReason(String sentence) {
    this.sentence = sentence;
  }

  /// What is wrong, as the rest of a sentence that begins with "the answer".
  public String sentence() {
    return sentence;
  }

  /// The field that the octet at an offset of an accepting reply echoes.
  static MalformedReason ofEcho(int offset) {
    if (offset < 5) {
      return OTHER_DEVICE;
    }
    return offset < 7 ? OTHER_REGISTER : OTHER_VALUE;
  }
}
