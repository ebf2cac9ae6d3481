package org.wicedsim.wicedc;

/// The DCT and the resources (`wiced_framework.h`, `wiced_resource.h`).
enum StorageCall implements Call {
  WICED_DCT_READ_LOCK,
  WICED_DCT_READ_UNLOCK,
  WICED_DCT_WRITE,
  RESOURCE_READ,
  RESOURCE_GET_READONLY_BUFFER,
  RESOURCE_FREE_READONLY_BUFFER
}
