package org.wicedsim.wwepserver;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/// Makes the TLS handler of each connection (SPEC 3.5, profile `modern`).
final class TlsContext {
  private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

  /// RFC 8446's suites, then those of TLS 1.2 with forward secrecy and AEAD.
  private static final List<String> CIPHERS =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private final SslContext context;
  private final ServerLimits limits;

  TlsContext(TlsSettings settings, ServerLimits limits) {
    this.limits = limits;
    ServerIdentity identity = settings.identity();
    SslContextBuilder builder =
        SslContextBuilder.forServer(identity.key(), identity.chain())
            .sslProvider(SslProvider.JDK)
            .protocols(PROTOCOLS)
            .ciphers(CIPHERS);
    if (!settings.clientAuthorities().isEmpty()) {
      builder
          .clientAuth(ClientAuth.REQUIRE)
          .trustManager(settings.clientAuthorities().toArray(new X509Certificate[0]));
    }
    try {
      context = builder.build();
    } catch (SSLException e) {
      throw new IllegalArgumentException(
          "no TLS with %s: %s".formatted(identity, e.getMessage()), e);
    }
  }

  SslHandler newHandler(ByteBufAllocator allocator) {
    SslHandler handler = context.newHandler(allocator);
    handler.setHandshakeTimeout(limits.handshake().toNanos(), TimeUnit.NANOSECONDS);
    // A peer that reads nothing would hold the connection while its close_notify waits.
    handler.setCloseNotifyFlushTimeout(limits.drain().toNanos(), TimeUnit.NANOSECONDS);
    return handler;
  }
}
