package org.wicedsim.wwepserver;

import java.util.function.UnaryOperator;

class PlainOneShotTest extends OneShotContract {
  @Override
  TestServer start(UnaryOperator<ClassServerConfig.Builder> settings) throws Exception {
    return TestServer.plain(settings);
  }

  @Override
  Transport transport() {
    return Transport.PLAIN;
  }

  @Override
  Client connect(TestServer server) throws Exception {
    return server.connect();
  }
}
