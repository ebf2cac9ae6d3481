package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wicedsim.hal.BoardDescription;

class ApplicationReaderTest {
  @TempDir private Path sdk;

  private CApplication app;

  @BeforeEach
  void writeSource() throws IOException {
    app = new CApplication(sdk.resolve("apps/app")).source("void application_start( void ) {}\n");
    Files.createDirectories(sdk.resolve("resources/certificates"));
  }

  @Test
  void variablesOfTheMakefileAreTheApplication() throws Exception {
    app.makefile(
            """
            $(NAME)_INCLUDES := . inc
            $(NAME)_DEFINES  := OWN=1
            $(NAME)_CFLAGS   += -O1 -mcpu=cortex-r4
            GLOBAL_DEFINES   += TX_PACKET_POOL_SIZE=6 TEXT=\\"a\\"
            WIFI_CONFIG_DCT_H := wifi.h
            APPLICATION_DCT  := app_dct.c
            """)
        .file("inc/a.h", "")
        .file("wifi.h", "")
        .file("app_dct.c", "");

    Application read = app.read();

    assertThat(read.name()).isEqualTo("App_Test");
    assertThat(read.includes()).containsExactly(app.folder(), app.folder().resolve("inc"));
    assertThat(read.defines()).containsExactly("OWN=1");
    assertThat(read.flags()).containsExactly("-O1");
    assertThat(read.globalDefines()).containsExactly("TX_PACKET_POOL_SIZE=6", "TEXT=\"a\"");
    assertThat(read.wifiHeader()).isEqualTo(app.folder().resolve("wifi.h"));
    assertThat(read.allSources())
        .containsExactly(app.folder().resolve("app.c"), app.folder().resolve("app_dct.c"));
    assertThat(app.notes()).singleElement().asString().contains("-mcpu=cortex-r4");
  }

  @Test
  void certificateBelowSourceRootIsAResource() throws Exception {
    Files.writeString(sdk.resolve("resources/certificates/my.pem"), "");
    app.makefile("CERTIFICATE := $(SOURCE_ROOT)resources/certificates/my.pem\n");

    assertThat(app.read().certificate()).isEqualTo(SecurityFile.inResources("certificates/my.pem"));
  }

  // SPEC 2.8: the simulator puts the class identity there itself.
  @Test
  void certificateOfTheClassNeedsNoFile() throws Exception {
    app.makefile("CERTIFICATE := $(SOURCE_ROOT)resources/certificates/wwep_cert.pem\n");

    assertThat(app.read().certificate())
        .isEqualTo(SecurityFile.inResources("certificates/wwep_cert.pem"));
  }

  @Test
  void privateKeyElsewhereIsAFile() throws Exception {
    app.makefile("PRIVATE_KEY := $(SOURCE_ROOT)apps/app/key.pem\n").file("key.pem", "");

    assertThat(app.read().privateKey())
        .isEqualTo(SecurityFile.inFile(app.folder().resolve("key.pem").toString()));
  }

  @Test
  void ownResourcesAndListedOnesBecomeSymbols() throws Exception {
    Files.writeString(sdk.resolve("resources/listed.txt"), "");
    Files.writeString(sdk.resolve("resources/other.txt"), "");
    app.makefile("$(NAME)_RESOURCES := listed.txt beside.txt certificates/wwep_cert.pem\n")
        .file("resources/a/own.txt", "")
        .file("beside.txt", "");

    assertThat(app.read().resources())
        .containsExactly("a/own.txt", "beside.txt", "certificates/wwep_cert.pem", "listed.txt");
  }

  @Test
  void twoResourcesWithOneSymbolAreRefused() throws Exception {
    app.makefile("").file("resources/a-b.txt", "").file("resources/a_b.txt", "");

    assertThatThrownBy(app::read).hasMessageContaining("a-b.txt and a_b.txt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$(NAME)_SOURCES := none.c     | app.mk:3: App_Test_SOURCES: there is no file none.c",
        "$(NAME)_SOURCES := a.cpp      | app.mk:3: a.cpp is no C source",
        "$(NAME)_SOURCES :=            | app.mk:3: $(NAME)_SOURCES has no value",
        "NAME :=                       | app.mk:3: NAME has no value",
        "$(NAME)_RESOURCES := none.txt | app.mk:3: there is no resource none.txt",
        "CERTIFICATE := none.pem       | app.mk:3: CERTIFICATE: there is no file",
        "WIFI_CONFIG_DCT_H := none.h   | app.mk:3: WIFI_CONFIG_DCT_H: there is no file none.h",
        "VALID_PLATFORMS := BCM94*     | app.mk:3: the application is for BCM94*",
        "INVALID_PLATFORMS := WW101*   | app.mk:3: the application is not for WW101*"
      })
  void wrongValueIsRefusedWithItsLine(String line, String message) throws Exception {
    app.makefile(line + "\n");

    assertThatThrownBy(app::read).isInstanceOf(BuildException.class).hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$(NAME)_SOURCE := b.c               | did you mean $(NAME)_SOURCES?",
        "CERTIFICAT := x.pem                 | did you mean CERTIFICATE?",
        "SOMETHING := else                   | SOMETHING is not understood",
        "GLOBAL_LDFLAGS := -x                | GLOBAL_LDFLAGS has no effect",
        "$(NAME)_COMPONENTS := protocols/MQTT| component protocols/MQTT is not simulated",
        "$(NAME)_INCLUDES := nowhere         | there is no folder nowhere",
        "VALID_BUILD_TYPES := release        | VALID_BUILD_TYPES does not have debug",
        "VALID_OSNS_COMBOS := FreeRTOS-LwIP  | does not have ThreadX-NetX_Duo"
      })
  void whatHasNoEffectIsNoted(String line, String note) throws Exception {
    app.makefile(line + "\n");
    app.read();

    assertThat(app.notes()).singleElement().asString().startsWith("app.mk:3: ").contains(note);
  }

  @Test
  void boardsAndLibrariesThatAreThereAreAcceptedSilently() throws Exception {
    app.makefile("VALID_PLATFORMS := x WW101*\n$(NAME)_COMPONENTS := utilities/linked_list\n");
    app.read();

    assertThat(app.notes()).isEmpty();
  }

  @Test
  void boardOfTheUserIsNotedButNotRefused() throws Exception {
    app.on(ownBoard()).makefile("VALID_PLATFORMS := BCM94*\n");
    app.read();

    assertThat(app.notes()).singleElement().asString().contains("this board is my-board");
  }

  @Test
  void folderWithSeveralMakefilesHasOneOfItsName() throws Exception {
    app.makefile("").file("other.mk", "NAME := other\n");

    assertThat(app.read().name()).isEqualTo("App_Test");
  }

  @Test
  void folderWithoutMakefileIsRefused() {
    assertThatThrownBy(app::read).hasMessageContaining("has no makefile: expected app.mk");
  }

  private static BoardDescription ownBoard() {
    BoardDescription course = CApplication.shipped("course");
    return new BoardDescription(
        "my-board",
        course.mac(),
        course.buttons(),
        course.leds(),
        course.network(),
        course.dct(),
        course.packetPools(),
        course.tlsProfile(),
        course.peripherals());
  }
}
