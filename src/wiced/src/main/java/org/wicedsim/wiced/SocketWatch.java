package org.wicedsim.wiced;

import org.jspecify.annotations.Nullable;

/// Has the firmware's callbacks called for what happens on one socket: on the board's networking
/// worker, however Netty's thread hears of it.
final class SocketWatch implements Connection.Watcher {
  private final Sdk sdk;
  private final Rtos rtos;
  private final TcpSocket socket;
  private volatile SocketCallbacks callbacks = SocketCallbacks.NONE;

  SocketWatch(Sdk sdk, Rtos rtos, TcpSocket socket) {
    this.sdk = sdk;
    this.rtos = rtos;
    this.socket = socket;
  }

  void use(SocketCallbacks next) {
    callbacks = next;
  }

  /// Whether the firmware wants to be called when a client has come.
  boolean hasConnectCallback() {
    return callbacks.connect() != null;
  }

  /// A client has come, and may be accepted.
  void onConnect() {
    post(callbacks.connect());
  }

  @Override
  public void onReceived() {
    post(callbacks.receive());
  }

  @Override
  public void onDisconnected() {
    post(callbacks.disconnect());
  }

  private void post(@Nullable SocketCallback callback) {
    if (callback != null && !rtos.networkingWorker().post(() -> callback.onEvent(socket))) {
      sdk.diagnose(
          "callback-lost",
          "the networking worker's queue is full: a callback of %s was lost, since another one does"
                  .formatted(socket)
              + " not return");
    }
  }
}
