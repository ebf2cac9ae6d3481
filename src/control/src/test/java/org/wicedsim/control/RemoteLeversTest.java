package org.wicedsim.control;

import java.time.Duration;

class RemoteLeversTest extends LeversContract {
  @Override
  Rig start() throws Exception {
    Pair pair = new Pair(SetupJsonTest.setup(null));
    pair.remote.switchOn();
    return new Rig(
        pair.remote.levers(),
        pair.remote.events(),
        pair.remote.clock(),
        pair.hosted(),
        () -> {
          pair.remote.switchOff(Duration.ofSeconds(Pair.LIMIT_S));
          pair.close();
        });
  }
}
