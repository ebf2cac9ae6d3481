package org.wicedsim.hal;

/// Something that happened on a board. Views (terminal, files, scripts, graders) are made from
/// events and from nothing else.
///
/// Each module seals its own events: [HalEvent] here, others beside what they tell of.
public interface Event {}
