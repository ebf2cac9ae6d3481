package org.wicedsim.wiced.testing;

import static org.awaitility.Awaitility.await;

import io.netty.util.LeakPresenceDetector;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails a test class that leaves a Netty buffer unreleased. Every buffer counts, and no garbage
/// collection has to find it.
///
/// JUnit finds this extension by itself (`META-INF/services`). To see where a buffer came from, run
/// with `-Dio.netty.util.LeakPresenceDetector.trackCreationStack=true`.
public final class LeakGuard implements AfterAllCallback {
  private static final LeakPresenceDetector.ResourceScope ALL =
      new LeakPresenceDetector.ResourceScope("all tests");

  static {
    // Before any buffer class asks for its detector.
    ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new Factory());
  }

  /// JUnit makes it.
  public LeakGuard() {}

  @Override
  public void afterAll(ExtensionContext context) {
    // Connections that a test has just closed release their buffers on Netty's thread.
    await("all Netty buffers of " + context.getDisplayName() + " are released")
        .until(() -> !ALL.hasOpenResources());
  }

  private static final class Factory extends ResourceLeakDetectorFactory {
    @Override
    @Deprecated
    public <T> ResourceLeakDetector<T> newResourceLeakDetector(
        Class<T> resource, int samplingInterval, long maxActive) {
      return new Detector<>(resource);
    }
  }

  private static final class Detector<T> extends LeakPresenceDetector<T> {
    Detector(Class<T> resource) {
      super(resource);
    }

    @Override
    protected ResourceScope currentScope() {
      return ALL;
    }
  }
}
