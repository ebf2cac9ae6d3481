package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintsTest {
  private static final String START = "void application_start( void ) {}\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "void f( void ) { result = wiced_init( ); }  | app.c:2:18: error: | add 'wiced_result_t result;'",
        "#include \"none.h\"                         | app.c:2:10: fatal error: | none.h is neither",
        "void f( void ) { wiced_initt( ); }          | app.c:2:18: warning: | wiced_initt is no function",
        "int g( int ); int f( void ) { return g( 1 ); } | undefined reference | $(NAME)_SOURCES?",
        "void* p = &resources_a_txt;                 | app.c:2:12: error: | include \"resources.h\""
      })
  void wellKnownMessageGetsAHint(String line, String message, String hint) throws Exception {
    CApplication app =
        new CApplication(folder.resolve("app")).makefile("").source(line + "\n" + START);

    assertThatThrownBy(app::build).hasMessageContainingAll(message, "\nhint: ", hint);
  }

  @Test
  void applicationWithoutStartGetsAHint() throws Exception {
    CApplication app =
        new CApplication(folder.resolve("app"))
            .makefile("")
            .source("int main( void ) { return 0; }\n");

    assertThatThrownBy(app::build).hasMessageContaining("define 'void application_start( void )'");
  }

  @Test
  void doubleDefinitionGetsAHint() throws Exception {
    CApplication app =
        new CApplication(folder.resolve("app"))
            .makefile("$(NAME)_SOURCES += b.c\n")
            .file("b.c", "int twice;\n")
            .source("int twice;\n" + START);

    assertThatThrownBy(app::build)
        .hasMessageContainingAll("multiple definition", "hint: twice is defined more than once");
  }
}
