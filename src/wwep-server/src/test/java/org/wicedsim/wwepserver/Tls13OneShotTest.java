package org.wicedsim.wwepserver;

import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

class Tls13OneShotTest extends OneShotContract {
  private final SSLContext context = TestPki.clientContext(TestPki.SERVER.certificate(), null);

  @Override
  TestServer start(UnaryOperator<ClassServerConfig.Builder> settings) throws Exception {
    return TestServer.start(builder -> settings.apply(builder.tls(TestPki.settings())));
  }

  @Override
  Transport transport() {
    return Transport.TLS;
  }

  @Override
  Client connect(TestServer server) throws Exception {
    return Client.tls(server.port(Transport.TLS), context, "TLSv1.3");
  }
}
