package org.wicedsim.wiced;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who wants to hear that an interface has gone up or down
/// (`wiced_network_register_link_callback`).
final class LinkCallbacks {
  /// How many subscriptions an interface takes (`WICED_MAXIMUM_LINK_CALLBACK_SUBSCRIPTIONS`).
  static final int MAX_SUBSCRIPTIONS = 5;

  private record Subscription(Interface on, @Nullable Runnable up, @Nullable Runnable down) {}

  private final Sdk sdk;
  private final Rtos rtos;
  private final List<Subscription> subscriptions = new ArrayList<>();

  LinkCallbacks(Sdk sdk, Rtos rtos) {
    this.sdk = sdk;
    this.rtos = rtos;
  }

  /// Calls `up` and `down` from now on; null for what nobody wants to hear of.
  ///
  /// @return whether there was room for one more
  synchronized boolean register(Interface on, @Nullable Runnable up, @Nullable Runnable down) {
    boolean room = of(on).size() < MAX_SUBSCRIPTIONS;
    if (room) {
      subscriptions.add(new Subscription(on, up, down));
    }
    return room;
  }

  /// Calls `up` and `down` no more, if they were registered as a pair.
  synchronized void deregister(Interface on, @Nullable Runnable up, @Nullable Runnable down) {
    subscriptions.remove(new Subscription(on, up, down));
  }

  void onUp(Interface on) {
    of(on).forEach(subscription -> post(on, subscription.up()));
  }

  void onDown(Interface on) {
    of(on).forEach(subscription -> post(on, subscription.down()));
  }

  private synchronized List<Subscription> of(Interface on) {
    return subscriptions.stream().filter(subscription -> subscription.on() == on).toList();
  }

  private void post(Interface on, @Nullable Runnable callback) {
    if (callback != null && !rtos.networkingWorker().post(callback)) {
      sdk.diagnose(
          "callback-lost",
          "the networking worker's queue is full: a link callback of %s was lost, since another one"
                  .formatted(on)
              + " does not return");
    }
  }
}
