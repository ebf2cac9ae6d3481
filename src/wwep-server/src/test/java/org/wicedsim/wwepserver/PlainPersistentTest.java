package org.wicedsim.wwepserver;

import java.util.function.UnaryOperator;

class PlainPersistentTest extends PersistentContract {
  @Override
  TestServer start(UnaryOperator<ClassServerConfig.Builder> settings) throws Exception {
    return TestServer.plain(settings);
  }

  @Override
  Client connect(TestServer server) throws Exception {
    return server.connect();
  }
}
