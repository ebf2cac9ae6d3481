package org.wicedsim.wicedc;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.TcpBinding;
import org.wicedsim.wiced.Tls;
import org.wicedsim.wiced.TlsContext;
import org.wicedsim.wiced.TlsExtension;
import org.wicedsim.wiced.TlsIdentity;
import org.wicedsim.wiced.WicedResult;

/// Answers the calls about TLS, and knows the contexts and identities that sockets and servers use.
///
/// Where C has a string or octets, there are two slots: the address, and the length in octets. NULL
/// has the length 0.
final class TlsCalls {
  /// Where calls on a socket have the address of the context that its structure points to; 0 for
  /// none.
  static final int CONTEXT_ADDRESS = 4;

  /// Where they have its number, and get one back.
  static final int CONTEXT_NUMBER = 5;

  /// More than any board has memory: a length beyond it is a mistake.
  private static final int MAX_OCTETS = 16 * 1024 * 1024;

  private static final int SERVER_NAME = 0;
  private static final int MAX_FRAGMENT_LENGTH = 1;
  private static final int ALPN = 16;

  private final Tls tls;
  private final Binding binding;
  private final Missing missing;
  private final Structs<TlsContext> contexts = new Structs<>();
  private final Structs<TlsIdentity> identities = new Structs<>();

  TlsCalls(Session session) {
    tls = session.wiced().tls();
    binding = session.binding();
    missing = new Missing(binding);
  }

  /// The result of a call, as C gets it.
  long answer(TlsCall call, Slots slots) {
    return switch (call) {
      case WICED_TLS_INIT_CONTEXT -> initContext(call, slots);
      case WICED_TLS_DEINIT_CONTEXT -> deinitContext(call, slots);
      case WICED_TLS_RESET_CONTEXT -> with(call, slots, TlsContext::reset);
      case WICED_TLS_INIT_IDENTITY -> initIdentity(call, slots);
      case WICED_TLS_DEINIT_IDENTITY -> deinitIdentity(call, slots);
      case WICED_TLS_INIT_ROOT_CA_CERTIFICATES ->
          tls.initRootCaCertificates(octets(call, slots, 0)).code();
      case WICED_TLS_DEINIT_ROOT_CA_CERTIFICATES -> tls.deinitRootCaCertificates().code();
      case WICED_TLS_SET_CONTEXT_ROOT_CA_CERTIFICATES ->
          with(call, slots, context -> context.setRootCaCertificates(octets(call, slots, 1)));
      case WICED_TLS_SET_EXTENSION -> extend(call, slots, context -> context::setExtension);
      case WICED_TLS_ADD_EXTENSION -> extend(call, slots, context -> context::addExtension);
    };
  }

  /// The context with this number; null when it was never initialised, or is ended.
  @Nullable TlsContext context(int number) {
    return contexts.get(number);
  }

  /// The context that a handshake shall use. One that was never initialised works on the SDK, where
  /// all zeros are good settings: so it does here, and gets a number.
  TlsContext contextToUse(Slots slots) {
    TlsContext known = contexts.get(slots.int32(CONTEXT_NUMBER));
    if (known != null) {
      return known;
    }
    missing.tellOnce(
        TlsCall.WICED_TLS_INIT_CONTEXT,
        "the socket's TLS context was never initialised, or is ended: it has no identity and no"
            + " peer name; initialise it with wiced_tls_init_context");
    TlsContext empty = tls.initContext(null);
    slots.set(CONTEXT_NUMBER, keep(slots.get(CONTEXT_ADDRESS), empty));
    return empty;
  }

  /// The identity with this number; null when it was never initialised, or is ended.
  @Nullable TlsIdentity identity(int number) {
    return identities.get(number);
  }

  /// Slots: address of the structure, and the way back of its number; identity; peer name.
  private long initContext(TlsCall call, Slots slots) {
    long address = slots.get(0);
    slots.set(0, Handles.NONE);
    if (address == 0) {
      return returned(call, WicedResult.ERROR);
    }
    boolean named = slots.get(2) != 0;
    String peerName = named ? new String(octets(call, slots, 2), StandardCharsets.UTF_8) : null;
    TlsContext context = tls.initContext(identities.get(slots.int32(1)), peerName);
    slots.set(0, keep(address, context));
    return WicedResult.SUCCESS.code();
  }

  /// Programs initialise a context again for each connection, and do not end the one before, which
  /// holds nothing on the SDK.
  private int keep(long address, TlsContext context) {
    int number = contexts.reserve(1);
    TlsContext before = contexts.put(number, address, context);
    if (before != null) {
      TcpBinding.end(before);
    }
    return number;
  }

  /// Slots: context, and whether C has one.
  private long deinitContext(TlsCall call, Slots slots) {
    TlsContext context = contexts.remove(slots.int32(0));
    if (context != null) {
      return context.deinit().code();
    }
    return returned(call, slots.bool(1) ? WicedResult.SUCCESS : WicedResult.ERROR);
  }

  /// Slots: address of the structure, and the way back of its number; private key; certificate.
  private long initIdentity(TlsCall call, Slots slots) {
    long address = slots.get(0);
    slots.set(0, Handles.NONE);
    if (address == 0) {
      return returned(call, WicedResult.BADARG);
    }
    TlsIdentity identity = tls.initIdentity(octets(call, slots, 1), octets(call, slots, 3));
    int number = identities.reserve(1);
    // An identity that was here is lost, as on the SDK, where it holds memory.
    var _ = identities.put(number, address, identity);
    slots.set(0, number);
    return identity.result().code();
  }

  /// Slots: identity.
  private long deinitIdentity(TlsCall call, Slots slots) {
    TlsIdentity identity = identities.remove(slots.int32(0));
    return identity == null ? returned(call, WicedResult.SUCCESS) : identity.deinit().code();
  }

  /// Slots: context, the extension's type, what it says: a number, a string or an array of strings.
  private long extend(
      TlsCall call, Slots slots, Function<TlsContext, Function<TlsExtension, WicedResult>> set) {
    int type = slots.int32(1);
    long said = slots.get(2);
    return with(
        call,
        slots,
        context -> {
          boolean hasPointer = type == MAX_FRAGMENT_LENGTH || said != 0;
          return hasPointer
              ? switch (type) {
                case SERVER_NAME ->
                    set.apply(context)
                        .apply(new TlsExtension.ServerName(NativeMemory.string(said)));
                case ALPN ->
                    set.apply(context).apply(new TlsExtension.Alpn(NativeMemory.strings(said)));
                case MAX_FRAGMENT_LENGTH -> {
                  binding.diagnose(
                      "tls-extension",
                      "%s: MAX_FRAGMENT_LENGTH is accepted and not sent: fragments here are never larger"
                              .formatted(call.function())
                          + " than the peer can take");
                  yield binding.returned(call.function(), WicedResult.SUCCESS, type, said);
                }
                default -> binding.returned(call.function(), WicedResult.ERROR, type);
              }
              : binding.returned(call.function(), WicedResult.BADARG, type);
        });
  }

  private long with(TlsCall call, Slots slots, Function<TlsContext, WicedResult> answer) {
    TlsContext context = contexts.get(slots.int32(0));
    if (context != null) {
      return answer.apply(context).code();
    }
    return missing.answer(
        call, WicedResult.ERROR, "TLS context", TlsCall.WICED_TLS_INIT_CONTEXT.function());
  }

  private byte[] octets(TlsCall call, Slots slots, int first) {
    long address = slots.get(first);
    long length = slots.uint32(first + 1);
    if (address == 0 || length == 0) {
      return new byte[0];
    }
    if (length > MAX_OCTETS) {
      binding.diagnose(
          "bad-length",
          "%s: %d octets are more than the board has memory".formatted(call.function(), length));
      return new byte[0];
    }
    return NativeMemory.octets(address, (int) length);
  }

  private long returned(TlsCall call, WicedResult result) {
    return binding.returned(call.function(), result).code();
  }
}
