package org.wicedsim.wwepserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationIT {
  private static final String REQUESTS = "100000";

  @ParameterizedTest
  @ValueSource(strings = {"1", "100"})
  void steadyConnectionAllocatesLessThanAnOctetForARequest(String depth) throws Exception {
    try (JavaProcess process =
        JavaProcess.start(List.of(), AllocationProcess.class, depth, REQUESTS)) {
      assertThat(Double.parseDouble(process.readLine())).isLessThan(1.0);
    }
  }
}
