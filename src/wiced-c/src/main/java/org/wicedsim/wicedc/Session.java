package org.wicedsim.wicedc;

import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.Wiced;

/// What all groups of calls share while a firmware runs.
///
/// @param code runs functions of the firmware on the calling thread
record Session(Wiced wiced, Binding binding, NativeCode code) {}
