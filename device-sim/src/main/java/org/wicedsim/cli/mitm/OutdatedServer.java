package org.wicedsim.cli.mitm;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A server that chooses an outdated TLS version, as far as a client must look to refuse it.
///
/// JSSE speaks neither TLS 1.0 nor 1.1 (`jdk.tls.disabledAlgorithms`), so the answer to the
/// ClientHello is made by hand: a ServerHello (RFC 5246 section 7.4.1.3) that chooses the version
/// and one of the client's own cipher suites. A good client answers with the alert
/// protocol_version. A client that waits for the certificate would have gone on; here the road
/// ends, since nothing in this program could go on with it.
///
/// A ClientHello that is split over several records is not understood.
final class OutdatedServer extends ByteToMessageDecoder {
  private static final int RECORD_HEADER = 5;
  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int SERVER_HELLO = 2;
  private static final int HANDSHAKE_HEADER = 4;
  private static final int VERSION_OCTETS = 2;
  private static final int RANDOM_OCTETS = 32;

  /// RFC 8446 section 5.1: a record without protection holds no more.
  private static final int MAX_RECORD_OCTETS = 1 << 14;

  private static final int TLS_1_0 = 0x0301;
  private static final int TLS_1_1 = 0x0302;

  /// What the outdated versions and today's clients both have: ECDHE with AES-CBC and SHA-1.
  private static final List<Integer> SUITES =
      List.of(0xC009, 0xC00A, 0xC013, 0xC014, 0x002F, 0x0035);

  /// A client that offers this wants to hear of secure renegotiation (RFC 5746 section 3.3), and
  /// may refuse a server that keeps silent before it looks at the version.
  private static final int RENEGOTIATION_SCSV = 0x00FF;

  /// The extension renegotiation_info for a first handshake (RFC 5746 section 3.6).
  private static final byte[] RENEGOTIATION_INFO = {(byte) 0xFF, 0x01, 0x00, 0x01, 0x00};

  private static final SecureRandom RANDOM = new SecureRandom();

  private final int version;
  private final long timeoutMs;
  private final Consumer<String> refused;
  private boolean answered;
  private boolean ended;

  /// @param protocol the version to choose, by JSSE's name
  /// @param timeoutMs how long the client has, for its hello and for its refusal
  /// @param refused told once why there is no handshake: the rest of a sentence that begins with
  ///   "the client"; the connection is to be closed then
  OutdatedServer(String protocol, long timeoutMs, Consumer<String> refused) {
    version = protocol.equals("TLSv1") ? TLS_1_0 : TLS_1_1;
    this.timeoutMs = timeoutMs;
    this.refused = refused;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    var _ = ctx.executor().schedule(this::timedOut, timeoutMs, TimeUnit.MILLISECONDS);
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    int type = in.getUnsignedByte(in.readerIndex());
    if (type != HANDSHAKE && type != ALERT) {
      end("sent something that is not TLS: listen with --plain for plain connections");
      in.skipBytes(in.readableBytes());
      return;
    }
    if (in.readableBytes() < RECORD_HEADER) {
      return;
    }
    int length = in.getUnsignedShort(in.readerIndex() + 3);
    if (length > MAX_RECORD_OCTETS) {
      end("sent something that is not TLS: its record is too long");
      in.skipBytes(in.readableBytes());
      return;
    }
    if (in.readableBytes() < RECORD_HEADER + length) {
      return;
    }
    in.skipBytes(RECORD_HEADER);
    onRecord(ctx, type, in.readSlice(length));
  }

  private void onRecord(ChannelHandlerContext ctx, int type, ByteBuf body) {
    if (type == ALERT && body.readableBytes() == 2) {
      end(Alerts.explain(Alerts.name(body.getUnsignedByte(body.readerIndex() + 1))));
    } else if (answered) {
      end("goes on with %s: it lets itself be talked down".formatted(name()));
    } else {
      try {
        List<Integer> offered = offeredSuites(body);
        answered = true;
        var _ = ctx.writeAndFlush(serverHello(ctx, offered));
      } catch (IndexOutOfBoundsException _) {
        end("sent a ClientHello that cannot be read");
      }
    }
  }

  /// RFC 5246 section 7.4.1.2.
  private static List<Integer> offeredSuites(ByteBuf hello) {
    hello.skipBytes(HANDSHAKE_HEADER + VERSION_OCTETS + RANDOM_OCTETS);
    hello.skipBytes(hello.readUnsignedByte());
    ByteBuf suites = hello.readSlice(hello.readUnsignedShort());
    List<Integer> offered = new ArrayList<>();
    while (suites.isReadable()) {
      offered.add(suites.readUnsignedShort());
    }
    return offered;
  }

  /// A client checks first that the suite is one of its own.
  private static int choose(List<Integer> offered) {
    return SUITES.stream()
        .filter(offered::contains)
        .findFirst()
        .orElseGet(() -> offered.stream().findFirst().orElse(SUITES.getFirst()));
  }

  private ByteBuf serverHello(ChannelHandlerContext ctx, List<Integer> offered) {
    byte[] random = new byte[RANDOM_OCTETS];
    RANDOM.nextBytes(random);
    byte[] extensions = offered.contains(RENEGOTIATION_SCSV) ? RENEGOTIATION_INFO : new byte[0];
    int helloOctets = VERSION_OCTETS + RANDOM_OCTETS + 1 + 2 + 1 + 2 + extensions.length;
    return ctx.alloc()
        .buffer()
        .writeByte(HANDSHAKE)
        .writeShort(version)
        .writeShort(HANDSHAKE_HEADER + helloOctets)
        .writeByte(SERVER_HELLO)
        .writeMedium(helloOctets)
        .writeShort(version)
        .writeBytes(random)
        .writeByte(0) // no session to resume
        .writeShort(choose(offered))
        .writeByte(0) // no compression
        .writeShort(extensions.length)
        .writeBytes(extensions);
  }

  private void timedOut() {
    end(
        answered
            ? "has nothing against %s: it lets itself be talked down".formatted(name())
            : "did not begin the handshake in time");
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    end("left during the handshake without a word (no alert)");
    super.channelInactive(ctx);
  }

  private String name() {
    return version == TLS_1_0 ? "TLS 1.0" : "TLS 1.1";
  }

  private void end(String why) {
    if (!ended) {
      ended = true;
      refused.accept(why);
    }
  }
}
