package org.wicedsim.wwepserver;

import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

class Tls12PersistentTest extends PersistentContract {
  private final SSLContext context = TestPki.clientContext(TestPki.SERVER.certificate(), null);

  @Override
  TestServer start(UnaryOperator<ClassServerConfig.Builder> settings) throws Exception {
    return TestServer.start(builder -> settings.apply(builder.tls(TestPki.settings())));
  }

  @Override
  Client connect(TestServer server) throws Exception {
    return Client.tls(server.port(Transport.TLS), context, "TLSv1.2");
  }
}
