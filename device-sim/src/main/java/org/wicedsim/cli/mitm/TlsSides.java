package org.wicedsim.cli.mitm;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.wicedsim.pki.Impostor;
import org.wicedsim.pki.StagedImpostor;

/// TLS towards both sides: the server of the clients, and the client of the server.
final class TlsSides {
  private final MitmLimits limits;
  private final SslContext server;
  private final SslContext client;

  TlsSides(StagedImpostor impostor, MitmLimits limits) {
    this.limits = limits;
    try {
      SslContextBuilder builder =
          SslContextBuilder.forServer(
                  impostor.privateKey(), impostor.chain().toArray(new X509Certificate[0]))
              .sslProvider(SslProvider.JDK);
      if (impostor.impostor() != Impostor.PROTOCOL_DOWNGRADE) {
        builder.protocols(impostor.protocols());
      }
      server = builder.build();
      client =
          SslContextBuilder.forClient()
              .sslProvider(SslProvider.JDK)
              .trustManager(InsecureTrustManagerFactory.INSTANCE)
              .endpointIdentificationAlgorithm(null)
              .build();
    } catch (SSLException e) {
      throw new IllegalStateException("no TLS with " + impostor + ": " + e.getMessage(), e);
    }
  }

  SslHandler towardsClient(ByteBufAllocator allocator) {
    return limited(server.newHandler(allocator));
  }

  SslHandler towardsTarget(ByteBufAllocator allocator) {
    return limited(client.newHandler(allocator));
  }

  private SslHandler limited(SslHandler handler) {
    handler.setHandshakeTimeout(limits.handshake().toMillis(), TimeUnit.MILLISECONDS);
    return handler;
  }
}
