package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.AccessPoint;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.BoardDescription.PacketPools;
import org.wicedsim.hal.Dct;
import org.wicedsim.hal.DctContent;
import org.wicedsim.hal.DctException;
import org.wicedsim.hal.DctSection;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Resources;
import org.wicedsim.hal.WifiConfig;
import org.wicedsim.hal.WifiSecurity;

/// What a firmware brings to its board (SPEC 2.3, 2.7).
class ImageProvisioningTest {
  private static final Octets NONE = Octets.of(new byte[0]);
  private static final String CERTIFICATE =
      "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
  private static final String KEY =
      "-----BEGIN PRIVATE KEY-----\nBBBB\n-----END PRIVATE KEY-----\n";
  private static final PacketPools POOLS = new PacketPools(3, 4);

  private final Resources resources =
      new Resources(
          List.of(),
          Map.of(
              "certificates/cert.pem", Octets.of(CERTIFICATE),
              "certificates/key.pem", Octets.of(KEY),
              "two.pem", Octets.of(CERTIFICATE + CERTIFICATE),
              "binary.pem", Octets.of(new byte[] {(byte) 0xC3, 0})));

  @TempDir private Path folder;

  @Test
  void certificateAndKeyOfTheResourcesGoIntoTheDctWithCrLf() {
    Dct.Security security =
        provision(
                SecurityFile.inResources("certificates/cert.pem"),
                SecurityFile.inResources("certificates/key.pem"))
            .dct()
            .security();

    assertThat(security.certificate()).isEqualTo(CERTIFICATE.replace("\n", "\r\n"));
    assertThat(security.privateKey()).isEqualTo(KEY.replace("\n", "\r\n"));
  }

  @Test
  void certificateAndKeyOfFilesGoIntoTheDctWithCrLf() throws IOException {
    Path certificate = Files.writeString(folder.resolve("c.pem"), CERTIFICATE);
    Path key = Files.writeString(folder.resolve("k.pem"), KEY);

    Dct.Security security =
        provision(SecurityFile.inFile(certificate.toString()), SecurityFile.inFile(key.toString()))
            .dct()
            .security();

    assertThat(security.certificate()).isEqualTo(CERTIFICATE.replace("\n", "\r\n"));
    assertThat(security.privateKey()).isEqualTo(KEY.replace("\n", "\r\n"));
  }

  @Test
  void aClientThatNamesTheClassServersKeyRunsWithoutIt() {
    Dct.Security security =
        provision(
                SecurityFile.inResources("certificates/cert.pem"),
                SecurityFile.inResources("certificates/wwep_privkey.pem"))
            .dct()
            .security();

    assertThat(security.privateKey()).isEmpty();
  }

  @Test
  void whatTheMakefileDoesNotNameStaysAsTheBoardHasIt() {
    BoardDescription board = SdkBench.course();

    BoardDescription provisioned = provision(SecurityFile.NONE, SecurityFile.NONE);

    assertThat(provisioned).isEqualTo(board.withPacketPools(POOLS));
  }

  @Test
  void aCertificateBesideTheBoardsOwnIsRefusedAndTheOtherWaysAreNamed() {
    Dct.Security taken = new Dct.Security("the board's own", "");
    BoardDescription board = SdkBench.course().withDct(DctContent.DEFAULT.withSecurity(taken));

    assertThatThrownBy(() ->
            ImageProvisioning.provision(
                board,
                image(SecurityFile.inResources("certificates/cert.pem"), SecurityFile.NONE),
                resources,
                NONE,
                NONE))
        .isInstanceOf(DctException.class)
        .hasMessageContaining("resources/")
        .hasMessageContaining("character array");
  }

  @Test
  void twoCertificatesInOneFileAreRefused() {
    assertThatThrownBy(() -> provision(SecurityFile.inResources("two.pem"), SecurityFile.NONE))
        .isInstanceOf(DctException.class)
        .hasMessage(
            "certificate: 'two.pem' holds 2, and the DCT has one slot: put the others into"
                + " resources/ or into a character array of the source");
  }

  @ParameterizedTest
  @ValueSource(strings = {"certificates/key.pem", "binary.pem"})
  void whatIsNoCertificateIsRefused(String path) {
    assertThatThrownBy(() -> provision(SecurityFile.inResources(path), SecurityFile.NONE))
        .isInstanceOf(DctException.class)
        .hasMessageStartingWith("certificate: '" + path + "'")
        .hasMessageContaining("expected");
  }

  @Test
  void aResourceThatIsNotThereIsNamed() {
    assertThatThrownBy(
            () -> provision(SecurityFile.NONE, SecurityFile.inResources("certificates/none.pem")))
        .isInstanceOf(DctException.class)
        .hasMessage(
            "private key: there is no resources/certificates/none.pem: put the file there, or"
                + " correct the makefile");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    String missing = folder.resolve("none.pem").toString();

    assertThatThrownBy(() -> provision(SecurityFile.inFile(missing), SecurityFile.NONE))
        .isInstanceOf(DctException.class)
        .hasMessage("certificate: '%s' does not exist: expected a PEM file".formatted(missing));
  }

  @Test
  void theWifiSectionIsWhatTheFirmwareWasBuiltWith() {
    WifiConfig wifi =
        new WifiConfig(
            List.of(new AccessPoint("class", WifiSecurity.WPA2_MIXED_PSK, "passphrase", 6)),
            new AccessPoint("mine", WifiSecurity.OPEN, "", 1),
            new AccessPoint("", WifiSecurity.OPEN, "", 0),
            "US");
    Dct factory = Dct.inMemory(SdkBench.course().withDct(DctContent.DEFAULT.withWifi(wifi)));
    Octets section = factory.read(DctSection.WIFI_CONFIG, 0, DctSection.WIFI_CONFIG.octets());

    assertThat(provisioned(section, NONE).dct().wifi()).isEqualTo(wifi);
  }

  @Test
  void aWifiSectionOfAnotherSizeIsRefused() {
    assertThatThrownBy(() -> provisioned(Octets.of("short"), NONE))
        .isInstanceOf(DctException.class)
        .hasMessageStartingWith("app: a Wi-Fi section of 5 octets: expected ");
  }

  @Test
  void theApplicationsSectionBeginsWithItsOwnData() {
    Octets data = Octets.of("settings");

    Dct dct = Dct.inMemory(provisioned(NONE, data));

    assertThat(dct.read(DctSection.APP, 0, 9)).isEqualTo(Octets.of("settings\0"));
  }

  @Test
  void anApplicationSectionThatIsTooLargeIsRefused() {
    Octets data = Octets.of(new byte[DctContent.MAX_APPLICATION_OCTETS + 1]);

    assertThatThrownBy(() -> provisioned(NONE, data))
        .isInstanceOf(DctException.class)
        .hasMessage("app: the application data has 8193 octets: expected at most 8192");
  }

  private BoardDescription provision(SecurityFile certificate, SecurityFile key) {
    return ImageProvisioning.provision(
        SdkBench.course(), image(certificate, key), resources, NONE, NONE);
  }

  private BoardDescription provisioned(Octets wifi, Octets application) {
    return ImageProvisioning.provision(
        SdkBench.course(),
        image(SecurityFile.NONE, SecurityFile.NONE),
        resources,
        wifi,
        application);
  }

  private FirmwareImage image(SecurityFile certificate, SecurityFile key) {
    return new FirmwareImage(
        "app",
        folder,
        folder.resolve("app.so"),
        folder.resolve("app.lines"),
        List.of(),
        certificate,
        key,
        POOLS,
        FirmwareImage.DEFAULT_STACK_OCTETS,
        true,
        false,
        false,
        List.of());
  }
}
