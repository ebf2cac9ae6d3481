package org.wicedsim.cli;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wicedsim.control.ResourceFiles;
import org.wicedsim.firmware.LedClient;
import org.wicedsim.hal.Octets;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.Pem;

/// Makes the resources of a board that runs (SPEC 2.4, 2.8).
final class BoardFiles {
  /// Where firmware that plays the class server finds the server's private key.
  static final String PRIVATE_KEY = "certificates/wwep_privkey.pem";

  private static final String FOLDER = "resources";

  private BoardFiles() {}

  /// The resources of a client: the certificates that it trusts, and what the application brings.
  ///
  /// @param application the folder of the user's own firmware
  static ResourceFiles ofClient(List<X509Certificate> trusted, Optional<Path> application) {
    return resources(
        Map.of(LedClient.ROOT_CERTIFICATE, Octets.of(Pem.encode(trusted))), application);
  }

  /// The resources of firmware that plays the class server: its certificate and its key, and what
  /// the application brings.
  static ResourceFiles ofClassServer(Identity identity, Optional<Path> application) {
    Map<String, Octets> made = new HashMap<>();
    made.put(LedClient.ROOT_CERTIFICATE, Octets.of(Pem.encode(identity.chain())));
    made.put(PRIVATE_KEY, Octets.of(Pem.encode(identity.privateKey())));
    return resources(made, application);
  }

  private static ResourceFiles resources(Map<String, Octets> made, Optional<Path> application) {
    Path installation = Path.of(System.getProperty("wicedsim.home", "")).resolve(FOLDER);
    return new ResourceFiles(application.orElse(null), installation, made);
  }
}
