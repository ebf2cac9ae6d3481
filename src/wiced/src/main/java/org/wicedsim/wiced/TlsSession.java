package org.wicedsim.wiced;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.nio.channels.ClosedChannelException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.TlsProfile;

/// One TLS session of a board: what it offers, what it demands, and why it failed.
final class TlsSession {
  /// What TLS adds to a segment: header, nonce and tag of AES-GCM (RFC 5288).
  static final int RECORD_OVERHEAD_OCTETS = 29;

  static final long HANDSHAKE_TIMEOUT_MS = 20_000;

  private static final String[] MODERN = {"TLSv1.3", "TLSv1.2"};
  private static final String[] WICED = {"TLSv1.2", "TLSv1.1", "TLSv1"};

  private final Sdk sdk;
  private final TlsRole role;
  private final TlsProfile profile;
  private final TlsContext settings;
  private final boolean verifies;
  private final PeerVerifier verifier;
  private final OwnKeys keys;
  private final FirstOctet firstOctet = new FirstOctet();

  /// @param trusted empty to accept every peer
  TlsSession(
      Sdk sdk,
      TlsRole role,
      TlsProfile profile,
      List<X509Certificate> trusted,
      TlsContext settings) {
    this.sdk = sdk;
    this.role = role;
    this.profile = profile;
    this.settings = settings;
    verifies = !trusted.isEmpty();
    keys = new OwnKeys(settings.identity().orElse(null));
    verifier = new PeerVerifier(profile, trusted, expectedName());
  }

  /// Shakes hands on a connection, and begins to read what the peer sends.
  ///
  /// @return whether the connection is sealed now; if not, the reason was published
  boolean shakeHands(SocketChannel channel, Inbound inbound, Endpoint remote) {
    if (!inbound.expect(this)) {
      sdk.diagnose(
          "tls-begun",
          "TLS was begun on the connection with %s before: it can be begun once".formatted(remote));
      return false;
    }
    SslHandler handler = newHandler();
    channel
        .eventLoop()
        .execute(() -> {
          channel.pipeline().addFirst(firstOctet, handler);
          for (byte[] early : inbound.takeBack()) {
            channel.pipeline().fireChannelRead(Unpooled.wrappedBuffer(early));
          }
          channel.pipeline().fireChannelReadComplete();
          inbound.startReading();
        });
    Future<?> handshake = handler.handshakeFuture();
    Gate gate = inbound.gate();
    gate.signalWhenDone(handshake);
    boolean ended =
        gate.await(
            () -> inbound.isSealed() || inbound.isEnded() || handshake.cause() != null,
            HANDSHAKE_TIMEOUT_MS);
    if (!inbound.isSealed()) {
      Throwable cause = handshake.cause();
      publish(
          inbound.socket(),
          remote.toString(),
          cause == null && ended ? new ClosedChannelException() : cause);
    }
    return inbound.isSealed();
  }

  /// Publishes that the handshake succeeded.
  void established(int socket, SSLSession session) {
    if (sdk.events().isObserved()) {
      sdk.events()
          .publish(
              new WicedEvent.TlsEstablished(
                  socket, session.getProtocol(), session.getCipherSuite()));
    }
  }

  /// Publishes what broke the session behind the handshake. Under TLS 1.3 a server refuses a
  /// missing client certificate only then, by a fatal alert (RFC 8446 section 4.4.2.4).
  void refusedAfterHandshake(int socket, Throwable cause) {
    publish(socket, role == TlsRole.CLIENT ? "the server" : "the client", cause);
  }

  private SslHandler newHandler() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {keys}, new TrustManager[] {verifier}, null);
      SSLEngine engine = context.createSSLEngine();
      engine.setUseClientMode(role == TlsRole.CLIENT);
      engine.setSSLParameters(parameters(engine.getSSLParameters()));
      SslHandler handler = new SslHandler(engine);
      // The connection waits by the board's clock instead.
      handler.setHandshakeTimeoutMillis(0);
      return handler;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no TLS", e);
    }
  }

  /// Publishes why there is no session.
  ///
  /// @param cause null when the handshake did not end in time
  private void publish(int socket, String peer, @Nullable Throwable cause) {
    if (sdk.events().isObserved()) {
      TlsRefusal refusal =
          TlsFailures.explain(
              cause, new TlsFailures.Side(role, keys.isEmpty(), keys.isMissed(), firstOctet.seen));
      sdk.events().publish(new WicedEvent.TlsRefused(socket, refusal));
      sdk.diagnose(
          refusal.reason().code(),
          "TLS with %s: %s; %s".formatted(peer, refusal.detail(), refusal.reason().advice()));
    }
  }

  private SSLParameters parameters(SSLParameters parameters) {
    parameters.setProtocols(profile == TlsProfile.MODERN ? MODERN : WICED);
    parameters.setApplicationProtocols(settings.protocols().toArray(String[]::new));
    switch (role) {
      case CLIENT -> settings.serverName().ifPresent(name -> parameters.setServerNames(sni(name)));
      // With trusted certificates a server demands one of its clients (SPEC 3.5).
      case SERVER -> parameters.setNeedClientAuth(verifies);
    }
    return parameters;
  }

  /// A name that is no host name, such as an address, is not sent (RFC 6066 section 3).
  private List<SNIServerName> sni(String name) {
    try {
      return List.of(new SNIHostName(name));
    } catch (IllegalArgumentException _) {
      sdk.diagnose("bad-server-name", "'%s' is no host name: it is not sent".formatted(name));
      return List.of();
    }
  }

  /// The SERVER_NAME extension counts in both profiles, the peer's name in `modern` only.
  private @Nullable String expectedName() {
    if (role == TlsRole.SERVER) {
      return null;
    }
    return settings
        .serverName()
        .or(() -> profile == TlsProfile.MODERN ? settings.peerName() : Optional.empty())
        .orElse(null);
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
