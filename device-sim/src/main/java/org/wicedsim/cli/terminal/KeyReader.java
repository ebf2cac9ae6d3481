package org.wicedsim.cli.terminal;

import java.io.IOException;
import org.jline.utils.NonBlockingReader;

/// Reads the keyboard until the terminal is gone or given back, which ends the screen.
final class KeyReader implements Runnable {
  private final NonBlockingReader reader;
  private final Inbox inbox;

  KeyReader(NonBlockingReader reader, Inbox inbox) {
    this.reader = reader;
    this.inbox = inbox;
  }

  @Override
  public void run() {
    KeyDecoder decoder = new KeyDecoder();
    try {
      while (true) {
        // Without a time limit the read would keep the terminal from being closed.
        int read = reader.read(KeyDecoder.ESCAPE_TIMEOUT_MS);
        if (read == NonBlockingReader.EOF) {
          return;
        }
        var key =
            read == NonBlockingReader.READ_EXPIRED ? decoder.timedOut() : decoder.feed((char) read);
        key.ifPresent(inbox::put);
      }
    } catch (IOException _) {
      // The terminal was closed under the reader: that is how reading ends.
    } finally {
      inbox.stop();
    }
  }
}
