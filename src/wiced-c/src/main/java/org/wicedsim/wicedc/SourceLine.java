package org.wicedsim.wicedc;

/// A line of the application's C source.
///
/// @param file as the user wrote it, relative to the application's folder; empty where only the
///   function is known
/// @param line from 1; 0 where only the function is known
/// @param function that the line belongs to; empty when it is not known
public record SourceLine(String file, int line, String function) {
  /// The file and line, such as `app.c:43`; empty where only the function is known.
  public String place() {
    return file.isEmpty() ? "" : file + ":" + line;
  }
}
