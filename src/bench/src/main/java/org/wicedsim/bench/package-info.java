/// Benchmarks of boards and of the class server; no part of the program. docs/performance.md says
/// how to run them and what they gave.
@NullMarked
package org.wicedsim.bench;

import org.jspecify.annotations.NullMarked;
