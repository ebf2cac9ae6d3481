package org.wicedsim.wiced;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Resource;

/// The resources file system (`wiced_resource.h`, SPEC 2.4).
public final class ResourceAccess {
  private static final String GET_BUFFER = "resource_get_readonly_buffer";
  private static final String DIAGNOSTIC = "resource";
  private static final Octets NOTHING = Octets.of(new byte[0]);

  private final Sdk sdk;

  ResourceAccess(Sdk sdk) {
    this.sdk = sdk;
  }

  /// What a read gave.
  ///
  /// @param octets empty unless the result is SUCCESS
  public record Read(WicedResult result, Octets octets) {}

  /// The resource with this path below `resources/`; a leading `resources/` may be left out. In C
  /// this is the symbol of `resources.h`.
  public Optional<Resource> find(String path) {
    sdk.threads().checkpoint();
    try {
      return sdk.board().resources().find(path);
    } catch (UncheckedIOException e) {
      sdk.diagnose(DIAGNOSTIC, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /// The resource with this symbol, such as `resources_apps_DIR_httpbin_org_DIR_ca_pem`.
  ///
  /// @throws IllegalStateException when two paths have this symbol, which the SDK's build refuses
  public Optional<Resource> findSymbol(String symbol) {
    sdk.threads().checkpoint();
    try {
      return sdk.board().resources().findSymbol(symbol);
    } catch (UncheckedIOException e) {
      sdk.diagnose(DIAGNOSTIC, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /// Reads octets of a resource (`resource_get_readonly_buffer`, `resource_read`): as many as there
  /// are from `offset`, up to `maxSize`. Fewer than there are is a diagnostic.
  ///
  /// @return with SUCCESS; with RESOURCE_OFFSET_TOO_BIG when the offset lies behind the end
  public Read read(Resource resource, int offset, int maxSize) {
    WicedResult result =
        read(GET_BUFFER, resource.path(), resource.data().length(), offset, maxSize);
    return new Read(result, result.isSuccess() ? resource.read(offset, maxSize) : NOTHING);
  }

  /// The result of a read whose octets the caller has himself, such as a binding to another
  /// language: says and publishes what [#read(Resource, int, int)] does.
  ///
  /// @param function which reads, as it is called in C
  /// @param path of the resource, for people
  /// @param size of the resource, in octets
  public WicedResult read(String function, String path, long size, long offset, long maxSize) {
    WicedResult result = WicedResult.SUCCESS;
    if (offset < 0 || offset > size) {
      sdk.diagnose(
          DIAGNOSTIC,
          "%s: offset %d lies behind the end of %s, which has %d octets"
              .formatted(function, offset, path, size));
      result = WicedResult.RESOURCE_OFFSET_TOO_BIG;
    } else if (Math.max(0, maxSize) < size - offset) {
      sdk.diagnose(
          "resource-cut",
          "%s: the maximum size cuts %s to %d of its %d octets from %d"
              .formatted(function, path, Math.max(0, maxSize), size - offset, offset));
    }
    return sdk.returned(function, result, path, offset, maxSize);
  }

  /// Reads octets of the resource with this path, as [#read(Resource, int, int)] does.
  ///
  /// @return also with RESOURCE_FILE_OPEN_FAIL when there is no such resource
  public Read read(String path, int offset, int maxSize) {
    Optional<Resource> resource = find(path);
    if (resource.isEmpty()) {
      sdk.diagnose(DIAGNOSTIC, "%s: there is no resource %s".formatted(GET_BUFFER, path));
      return new Read(
          sdk.returned(GET_BUFFER, WicedResult.RESOURCE_FILE_OPEN_FAIL, path, offset, maxSize),
          NOTHING);
    }
    return read(resource.get(), offset, maxSize);
  }
}
