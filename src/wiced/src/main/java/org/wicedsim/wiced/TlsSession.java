package org.wicedsim.wiced;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.TlsProfile;

/// One TLS session of a board as a client: what it offers, what it demands, and why it failed.
final class TlsSession {
  private static final String[] MODERN = {"TLSv1.3", "TLSv1.2"};
  private static final String[] WICED = {"TLSv1.2", "TLSv1.1", "TLSv1"};

  private final TlsProfile profile;
  private final PeerVerifier verifier;
  private final DemandedCertificate demanded = new DemandedCertificate();
  private final FirstOctet firstOctet = new FirstOctet();

  /// @param trusted empty to accept every server
  /// @param expectedName of the server; null accepts any
  TlsSession(TlsProfile profile, List<X509Certificate> trusted, @Nullable String expectedName) {
    this.profile = profile;
    verifier = new PeerVerifier(profile, trusted, expectedName);
  }

  SslHandler newHandler(ByteBufAllocator allocator) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {demanded}, new TrustManager[] {verifier}, null);
      SSLEngine engine = context.createSSLEngine();
      engine.setUseClientMode(true);
      engine.setEnabledProtocols(profile == TlsProfile.MODERN ? MODERN : WICED);
      SslHandler handler = new SslHandler(engine);
      // The connection waits by the board's clock instead.
      handler.setHandshakeTimeoutMillis(0);
      return handler;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no TLS", e);
    }
  }

  /// Goes before the TLS handler, to tell a peer that does not speak TLS.
  ChannelHandler firstOctet() {
    return firstOctet;
  }

  /// Publishes that the handshake succeeded.
  void established(Sdk sdk, int socket, SSLSession session) {
    if (sdk.events().isObserved()) {
      sdk.events()
          .publish(
              new WicedEvent.TlsEstablished(
                  socket, session.getProtocol(), session.getCipherSuite()));
    }
  }

  /// Publishes why a handshake failed.
  ///
  /// @param cause null when it did not end in time
  void refused(Sdk sdk, int socket, Endpoint remote, @Nullable Throwable cause) {
    publish(
        sdk,
        socket,
        remote.toString(),
        TlsFailures.explain(cause, demanded.isSet(), firstOctet.seen));
  }

  /// Publishes what broke the session behind the handshake. Under TLS 1.3 a server refuses a
  /// missing client certificate only then, by a fatal alert (RFC 8446 section 4.4.2.4).
  void refusedAfterHandshake(Sdk sdk, int socket, Throwable cause) {
    publish(
        sdk, socket, "the server", TlsFailures.explain(cause, demanded.isSet(), firstOctet.seen));
  }

  private static void publish(Sdk sdk, int socket, String peer, TlsRefusal refusal) {
    if (sdk.events().isObserved()) {
      sdk.events().publish(new WicedEvent.TlsRefused(socket, refusal));
      sdk.diagnose(
          refusal.reason().code(),
          "TLS with %s: %s; %s".formatted(peer, refusal.detail(), refusal.reason().advice()));
    }
  }

  private static final class FirstOctet extends ChannelInboundHandlerAdapter {
    volatile int seen = TlsFailures.NOTHING_SEEN;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (seen == TlsFailures.NOTHING_SEEN && message instanceof ByteBuf b && b.isReadable()) {
        seen = b.getUnsignedByte(b.readerIndex());
        if (TlsFailures.isNotTls(seen)) {
          // The engine would wait for a whole record of it.
          b.release();
          var _ = context.close();
          return;
        }
        context.pipeline().remove(this);
      }
      context.fireChannelRead(message);
    }
  }
}
