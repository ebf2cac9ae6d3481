package org.wicedsim.scenario;

/// A step, and where it stands in its file.
///
/// @param line from 1
/// @param column of its first character, from 1
public record PlacedStep(int line, int column, Step step) {}
