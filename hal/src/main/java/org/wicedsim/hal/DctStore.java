package org.wicedsim.hal;

import java.util.Map;
import java.util.function.UnaryOperator;

/// Where the sections of a DCT lie that were written since it came from the factory.
interface DctStore {
  /// What was written; empty for a board that is as it came from the factory.
  Map<DctSection, Octets> load();

  /// Changes what was written, as one whole, and returns what is written now.
  ///
  /// @param change from what is written to what shall be; equal maps are not stored again
  Map<DctSection, Octets> update(UnaryOperator<Map<DctSection, Octets>> change);

  /// A store that lives as long as the board.
  final class InMemory implements DctStore {
    private Map<DctSection, Octets> written = Map.of();

    @Override
    public synchronized Map<DctSection, Octets> load() {
      return written;
    }

    @Override
    public synchronized Map<DctSection, Octets> update(
        UnaryOperator<Map<DctSection, Octets>> change) {
      written = change.apply(written);
      return written;
    }
  }
}
