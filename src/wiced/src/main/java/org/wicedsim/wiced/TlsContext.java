package org.wicedsim.wiced;

import org.jspecify.annotations.Nullable;

/// The TLS settings of a connection (`wiced_tls_context_t`).
public final class TlsContext {
  private final Sdk sdk;
  private final @Nullable String peerName;
  private volatile boolean alive = true;

  TlsContext(Sdk sdk, @Nullable String peerName) {
    this.sdk = sdk;
    this.peerName = peerName;
  }

  /// Ends the context (`wiced_tls_deinit_context`); twice does no harm. A connection that still
  /// uses it then ends without TLS's close_notify.
  public WicedResult deinit() {
    end();
    return sdk.returned("wiced_tls_deinit_context", WicedResult.SUCCESS);
  }

  void end() {
    alive = false;
  }

  boolean isAlive() {
    return alive;
  }

  @Nullable String expectedName() {
    return peerName;
  }
}
