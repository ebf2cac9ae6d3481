package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.wicedc.TestGcc.Result;

/// The C side of TCP and TLS: what it hands to Java, and what it makes of the answer. C programs in
/// the folder `run` play Java, and print the lines that do not hold.
class TcpShimTest {
  private static final List<Path> SHIM =
      Stream.of("tcp", "packet", "stream", "server", "tls", "list")
          .map(part -> TestGcc.resource("shim/sim_" + part + ".c"))
          .toList();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "tcp_server"})
  void whatItsProgramStatesHolds(String part) throws IOException {
    Files.writeString(folder.resolve("sim_functions.h"), Calls.header());
    List<String> flags = List.of("-I" + TestGcc.resource("shim"), "-I" + folder);
    List<Path> sources =
        Stream.concat(Stream.of(TestGcc.resource("run/" + part + ".c")), SHIM.stream()).toList();

    assertThat(TestGcc.run(folder, flags, sources)).isEqualTo(new Result(0, ""));
  }
}
