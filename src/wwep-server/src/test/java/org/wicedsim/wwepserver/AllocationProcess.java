package org.wicedsim.wwepserver;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.stream.Stream;
import org.wicedsim.wwep.ConnectionMode;

/// Prints how many octets the server's threads allocate for a request in the steady state of a
/// persistent connection: `AllocationProcess DEPTH REQUESTS`.
final class AllocationProcess {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private AllocationProcess() {}

  public static void main(String[] args) throws Exception {
    int depth = Integer.parseInt(args[0]);
    int batches = Integer.parseInt(args[1]) / depth;
    String requests = "W0FAC0B1234".repeat(depth);
    try (ClassServer server =
            ClassServer.start(
                ClassServerConfig.builder().plainPort(0).mode(ConnectionMode.PERSISTENT).build());
        Client client = Client.plain(server.port(Transport.PLAIN))) {
      exchange(client, requests, batches);
      long before = allocatedByServer();
      exchange(client, requests, batches);
      long allocated = allocatedByServer() - before;
      System.out.println((double) allocated / batches / depth);
    }
  }

  private static void exchange(Client client, String requests, int batches) throws Exception {
    for (int i = 0; i < batches; i++) {
      client.send(requests).read(requests.length());
    }
  }

  private static long allocatedByServer() {
    long[] ids =
        Stream.of(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
            .filter(info -> info != null && info.getThreadName().startsWith("wwep-server"))
            .mapToLong(ThreadInfo::getThreadId)
            .toArray();
    return Arrays.stream(THREADS.getThreadAllocatedBytes(ids)).sum();
  }
}
