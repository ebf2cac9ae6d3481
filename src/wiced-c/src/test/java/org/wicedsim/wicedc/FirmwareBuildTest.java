package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wicedsim.hal.BoardDescription.PacketPools;

class FirmwareBuildTest {
  private static final String START = "void application_start( void ) {}\n";

  @TempDir private Path temporary;

  private CApplication app;

  @BeforeEach
  void makeApplication() {
    app = new CApplication(temporary.resolve("app"));
  }

  @Test
  void folderWithAMakefileBecomesAnImage() throws Exception {
    app.makefile("GLOBAL_DEFINES += TX_PACKET_POOL_SIZE=6\n").source(START);

    FirmwareImage image = app.build();

    assertThat(image.library()).isRegularFile();
    assertThat(image.name()).isEqualTo("App_Test");
    assertThat(image.folder()).isEqualTo(app.folder());
    assertThat(image.packetPools()).isEqualTo(new PacketPools(2, 6));
    assertThat(image.stackOctets()).isEqualTo(FirmwareImage.DEFAULT_STACK_OCTETS);
    assertThat(image.stdio()).isTrue();
    assertThat(image.listens()).isFalse();
    assertThat(app.notes()).isEmpty();
  }

  @Test
  void singleSourceNeedsNoMakefile() throws Exception {
    FirmwareImage image = app.file("one.c", "#include \"wiced.h\"\n" + START).build("one.c");

    assertThat(image.name()).isEqualTo("one");
    assertThat(image.library()).isRegularFile();
  }

  @Test
  void makefileBesideASingleSourceIsNamed() throws Exception {
    app.makefile("").source(START).build("app.c");

    assertThat(app.notes()).singleElement().asString().contains("app.c is built alone", "app.mk");
  }

  @Test
  void definitionsOfTheMakefileReachTheImage() throws Exception {
    String defines = "GLOBAL_DEFINES := WICED_DISABLE_STDIO APPLICATION_STACK_SIZE=10000\n";

    FirmwareImage image = app.makefile(defines).source(START).build();

    assertThat(image.stdio()).isFalse();
    assertThat(image.stackOctets()).isEqualTo(10_000);
  }

  @ParameterizedTest
  @CsvSource({"RX_PACKET_POOL_SIZE=0", "TX_PACKET_POOL_SIZE=65", "RX_PACKET_POOL_SIZE=many"})
  void poolSizeOutOfRangeIsRefused(String define) throws Exception {
    app.makefile("GLOBAL_DEFINES += " + define + "\n").source(START);

    assertThatThrownBy(app::build).hasMessageContaining(define + ": expected 1 to 64");
  }

  @Test
  void sourcesThatListenAreKnown() throws Exception {
    String listen = "void f( wiced_tcp_socket_t* s ) { wiced_tcp_listen( s, 1 ); }\n";

    assertThat(app.makefile("").source(START + listen).build().listens()).isTrue();
  }

  @Test
  void definitionsSourcesAndFoldersOfTheMakefileReachTheCompiler() throws Exception {
    app.makefile(
            """
            $(NAME)_SOURCES += sub/more.c
            $(NAME)_INCLUDES := inc
            $(NAME)_DEFINES := OWN=1
            GLOBAL_DEFINES := "TEXT=\\"a b\\""
            """)
        .file("inc/found.h", "#define FOUND 1\n")
        .file("sub/more.c", "#include <found.h>\nint more( void ) { return FOUND; }\n")
        .source("_Static_assert( OWN == 1 && sizeof( TEXT ) == 4, \"\" );\n" + START);

    app.build();

    assertThat(app.notes()).isEmpty();
  }

  @Test
  void warningsAreShownAsTheCompilerPrintsThemEachTime() throws Exception {
    app.makefile("").source("void f( void ) { int unused; }\n" + START);

    app.build();
    List<String> first = List.copyOf(app.notes());
    app.build();

    assertThat(first)
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("app.c: In function 'f':\napp.c:2:22: warning: unused variable 'unused'");
    assertThat(app.notes()).isEqualTo(first);
  }

  // gcc 14 made these errors, and the course's programs have them.
  @Test
  void whatOldCompilersOnlyWarnedOfIsNoError() throws Exception {
    app.makefile("")
        .source(
            """
            static void worker( void* arg ) { }
            void f( void )
            {
                wiced_thread_function_t* function = worker;
                (void) function;
                isxdigit( 'a' );
                char* text = 5;
                (void) text;
            }
            """
                + START);

    app.build();

    assertThat(app.notes())
        .singleElement()
        .asString()
        .contains("warning:")
        .doesNotContain("error:");
  }

  @Test
  void resourcesAreSymbolsOfTheHeader() throws Exception {
    app.makefile("")
        .file("resources/a-b/c.txt", "text")
        .source(
            "#include \"resources.h\"\n"
                + "const resource_hnd_t* r = &resources_a_b_DIR_c_txt;\n"
                + START);

    FirmwareImage image = app.build();

    assertThat(image.resources()).containsExactly("a-b/c.txt");
    assertThat(exports(image)).contains("sim_resources");
  }

  @Test
  void wifiHeaderFillsTheWifiSection() throws Exception {
    app.makefile("WIFI_CONFIG_DCT_H := wifi_config_dct.h\n")
        .file(
            "wifi_config_dct.h",
            """
            #pragma once
            #define CLIENT_AP_SSID "MyNetwork"
            #define CLIENT_AP_PASSPHRASE "MyPassphrase"
            #define CLIENT_AP_SECURITY WICED_SECURITY_WPA2_MIXED_PSK
            #define CLIENT_AP_2_SSID "Second"
            #define SOFT_AP_SSID "MyAp"
            """)
        .source(START);

    FirmwareImage image = app.build();

    assertThat(exports(image)).contains("sim_wifi_config", "sim_wifi_config_size");
    assertThat(
            new String(
                Files.readAllBytes(image.library()), java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("MyNetwork", "MyPassphrase", "Second", "MyAp");
  }

  @Test
  void nameOfANetworkThatIsTooLongIsRefused() throws Exception {
    app.makefile("WIFI_CONFIG_DCT_H := wifi.h\n")
        .file("wifi.h", "#define CLIENT_AP_SSID \"%s\"\n".formatted("x".repeat(33)))
        .source(START);

    assertThatThrownBy(app::build).hasMessageContaining("CLIENT_AP_SSID is longer than 32 octets");
  }

  @Test
  void applicationSeesThePinsOfItsBoard() throws Exception {
    app.makefile("")
        .source("_Static_assert( WICED_BUTTON1 == WICED_GPIO_10, \"\" );\n" + START)
        .build();

    app.on(CApplication.shipped("bare"));

    assertThatThrownBy(app::build)
        .isInstanceOfSatisfying(
            BuildException.class,
            e -> assertThat(e.kind()).isEqualTo(BuildException.Kind.DOES_NOT_COMPILE));
  }

  // The course's programs have such globals, and the process has functions of these names.
  @Test
  void globalWithTheNameOfALibcFunctionBelongsToTheApplication() throws Exception {
    app.makefile("")
        .source(
            """
            int socket;
            int connect = 5;
            int sim_probe( void ) { socket = 7; return socket + connect; }
            """
                + START);

    assertThat(call(app.build(), "sim_probe")).isEqualTo(12);
  }

  @Test
  void compilerThatIsMissingIsNamedWithThePackageToInstall() throws Exception {
    BuildOptions options = app.options();
    app.makefile("")
        .source(START)
        .with(new BuildOptions(options.installation(), options.cache(), "no-such-gcc", false));

    assertThatThrownBy(app::build)
        .isInstanceOfSatisfying(
            BuildException.class,
            e -> assertThat(e.kind()).isEqualTo(BuildException.Kind.CANNOT_BUILD_HERE))
        .hasMessageContaining("no-such-gcc", "apt install gcc");
  }

  @Test
  void sanitizedImageNamesTheLibraryToPreload() throws Exception {
    app.makefile("").source(START).with(app.options().withSanitizers(true));

    FirmwareImage image = app.build();

    assertThat(image.sanitized()).isTrue();
    assertThat(image.preload()).singleElement().asString().contains("libasan");
  }

  private static List<String> exports(FirmwareImage image) throws Exception {
    return ElfFile.read(image.library()).symbols().stream()
        .map(ElfFile.Symbol::name)
        .filter(name -> name.startsWith("sim_"))
        .toList();
  }

  @SuppressWarnings("restricted") // the function is the test's own
  private static int call(FirmwareImage image, String function) throws Exception {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup symbols = SymbolLookup.libraryLookup(image.library(), arena);
      MethodHandle handle =
          Linker.nativeLinker()
              .downcallHandle(
                  symbols.find(function).orElseThrow(),
                  FunctionDescriptor.of(ValueLayout.JAVA_INT));
      return (int) handle.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
