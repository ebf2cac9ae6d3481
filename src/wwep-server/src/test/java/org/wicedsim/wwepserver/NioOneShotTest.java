package org.wicedsim.wwepserver;

import java.util.function.UnaryOperator;

/// What machines without epoll run on.
class NioOneShotTest extends PlainOneShotTest {
  @Override
  TestServer start(UnaryOperator<ClassServerConfig.Builder> settings) throws Exception {
    return TestServer.startOnNio(builder -> settings.apply(builder.plainPort(0)));
  }
}
