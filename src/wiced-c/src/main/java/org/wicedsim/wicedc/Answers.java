package org.wicedsim.wicedc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.PowerOff;

/// Answers every call of a firmware: finds who knows, and says which line called.
final class Answers implements NativeLibrary.Answerer {
  private static final int GO_ON = 0;
  private static final int END_THREAD = 1;

  private final Binding binding;
  private final CallSites sites;
  private final SystemCalls system;
  private final RtosCalls rtos;
  private final PlatformCalls platform;
  private final NetworkCalls network;
  private final StorageCalls storage;
  private final TcpCalls tcp;
  private final TlsCalls tls;

  Answers(Session session, FirmwareImage image, CallSites sites) {
    binding = session.binding();
    this.sites = sites;
    system = new SystemCalls(session);
    rtos = new RtosCalls(session);
    platform = new PlatformCalls(session);
    network = new NetworkCalls(session);
    storage = new StorageCalls(session, image.resources());
    tls = new TlsCalls(session);
    tcp = new TcpCalls(session, tls);
  }

  @Override
  public int answer(int function, MemorySegment slots, long site, MemorySegment result) {
    binding.calledFrom(sites.at(site));
    try {
      result.set(ValueLayout.JAVA_LONG, 0, answer(Calls.of(function), new Slots(slots)));
      return GO_ON;
    } catch (PowerOff _) {
      return END_THREAD;
    } catch (InterruptedException _) {
      // Only power off interrupts threads of the firmware.
      return END_THREAD;
    } catch (RuntimeException | Error e) {
      // Nothing may fly into C: the JVM would end.
      binding.diagnose(
          "internal-error",
          "an error in wiced-sim itself ended the thread, in %s: %s"
              .formatted(Calls.of(function).function(), e));
      return END_THREAD;
    } finally {
      binding.calledFrom(null);
    }
  }

  private long answer(Call call, Slots slots) throws InterruptedException {
    return switch (call) {
      case SystemCall c -> system.answer(c, slots);
      case RtosCall c -> rtos.answer(c, slots);
      case PlatformCall c -> platform.answer(c, slots);
      case NetworkCall c -> network.answer(c, slots);
      case StorageCall c -> storage.answer(c, slots);
      case TcpCall c -> tcp.answer(c, slots);
      case TlsCall c -> tls.answer(c, slots);
    };
  }
}
