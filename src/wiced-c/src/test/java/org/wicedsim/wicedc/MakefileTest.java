package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MakefileTest {
  @TempDir private Path folder;

  private final List<String> notes = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "A := x y, x y",
    "A = x, x",
    "A:=x, x",
    "A ?= x, x",
    "A += x, x",
    "export A := x, x",
    "override A := x, x",
    "\tA := x, x",
    "A := x # comment, x",
    "A := x\\#y, x#y",
    "A := $(GIVEN), given",
    "A := ${GIVEN}, given",
    "A := $$x, $x",
    "A := $(GIVEN)_x, given_x"
  })
  void assignmentSetsTheVariable(String line, String value) throws Exception {
    assertThat(read(line + "\n").value("A")).isEqualTo(value);
  }

  @Test
  void variableThatHasAValueKeepsIt() throws Exception {
    assertThat(read("GIVEN ?= x\n").value("GIVEN")).isEqualTo("given");
  }

  @Test
  void nameOfAVariableMayHoldAReference() throws Exception {
    Makefile makefile = read("NAME := App\n$(NAME)_SOURCES := a.c\n${NAME}_SOURCES += b.c");

    assertThat(makefile.words("App_SOURCES")).containsExactly("a.c", "b.c");
  }

  @Test
  void lineGoesOnBehindABackslash() throws Exception {
    Makefile makefile = read("A := a.c \\\n     b.c\\\n\tc.c\nB := 1\n");

    assertThat(makefile.words("A")).containsExactly("a.c", "b.c", "c.c");
    assertThat(makefile.value("B")).isEqualTo("1");
  }

  @Test
  void blanksBehindABackslashAreNotedAndDoNoHarm() throws Exception {
    Makefile makefile = read("A := a.c \\  \n  b.c\n");

    assertThat(makefile.words("A")).containsExactly("a.c", "b.c");
    assertThat(notes).singleElement().asString().startsWith("app.mk:1: there are blanks");
  }

  @Test
  void windowsLineEndsAndAMissingLastOneDoNoHarm() throws Exception {
    Makefile makefile = read("A := a.c \\\r\n  b.c\r\nB := 2");

    assertThat(makefile.words("A")).containsExactly("a.c", "b.c");
    assertThat(makefile.value("B")).isEqualTo("2");
    assertThat(notes).isEmpty();
  }

  @Test
  void recursiveVariableIsExpandedWhenItIsRead() throws Exception {
    Makefile makefile = read("A = $(B)\nC := $(A)x\nB := late\n");

    assertThat(makefile.value("A")).isEqualTo("late");
    assertThat(makefile.value("C")).isEqualTo("x");
  }

  @Test
  void commentThatGoesOnTakesTheNextLineWithIt() throws Exception {
    assertThat(read("#A := 1 \\\nA := 2\nB := 3").value("A")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ifeq ($(GIVEN),given)        | yes",
        "ifeq ($(GIVEN),other)        | no",
        "ifeq ( $(GIVEN) , given )    | yes",
        "ifeq \"$(GIVEN)\" \"given\"  | yes",
        "ifeq '$(GIVEN)' 'other'      | no",
        "ifneq ($(GIVEN),given)       | no",
        "ifneq (,$(GIVEN))            | yes",
        "ifdef GIVEN                  | yes",
        "ifdef NOT_GIVEN              | no",
        "ifndef NOT_GIVEN             | yes",
        "ifeq ($(filter a%,ab c),ab)  | yes"
      })
  void conditionChoosesItsBranch(String condition, String branch) throws Exception {
    assertThat(read(condition + "\n A := yes\nelse\n A := no\nendif\n").value("A"))
        .isEqualTo(branch);
  }

  @Test
  void firstBranchThatHoldsIsTaken() throws Exception {
    String text =
        """
        ifeq ($(GIVEN),a)
        A := a
        else ifeq ($(GIVEN),given)
        A := given
        ifdef NONE
        B := inner
        else
        B := outer
        endif
        else ifdef GIVEN
        A := defined
        else
        A := none
        endif
        """;

    Makefile makefile = read(text);

    assertThat(makefile.value("A")).isEqualTo("given");
    assertThat(makefile.value("B")).isEqualTo("outer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$(strip  a   b )               | a b",
        "$(notdir x/a.c b.c)            | a.c b.c",
        "$(dir x/a.c b.c)               | x/ ./",
        "$(basename x/a.c b)            | x/a b",
        "$(suffix x/a.c b)              | .c",
        "$(firstword a b)               | a",
        "$(lastword a b)                | b",
        "$(words a b c)                 | 3",
        "$(sort b a b)                  | a b",
        "$(addprefix src/,a.c b.c)      | src/a.c src/b.c",
        "$(addsuffix .c,a b)            | a.c b.c",
        "$(findstring iv,$(GIVEN))      | iv",
        "$(filter %.c,a.c b.h)          | a.c",
        "$(filter-out %.c,a.c b.h)      | b.h",
        "$(subst a,o,banana)            | bonono",
        "$(patsubst %.c,%.o,a.c b.h)    | a.o b.h",
        "$(GIVEN:given=taken)           | taken",
        "$(if $(GIVEN),yes,no)          | yes",
        "$(if ,yes,no)                  | no",
        "$(wildcard *.mk)               | app.mk"
      })
  void functionGivesWhatMakeGives(String call, String result) throws Exception {
    String value = read("A := " + call + "\n").value("A");

    assertThat(MakeText.words(value)).containsExactly(result.split(" "));
    assertThat(notes).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A := $(shell ls)         | app.mk:2: $(shell ...) is not understood",
        "A := $(UNKNOWN)          | app.mk:2: $(UNKNOWN) has no value",
        "include other.mk         | app.mk:2: 'include other.mk' is not understood",
        "A != ls                  | app.mk:2: 'A != ls' is not understood",
        "$(info hello)            | app.mk:2: hello",
        "$(warning look out)      | app.mk:2: look out",
        "all: app.c               | app.mk:2: 'all: app.c' is not understood"
      })
  void whatIsNotUnderstoodIsNoted(String line, String note) throws Exception {
    read("\n" + line + "\n");

    assertThat(notes).singleElement().asString().startsWith(note);
  }

  @Test
  void recipeBelongsToItsRule() throws Exception {
    read("all:\n\techo hello\n\techo there\nA := 1\n");

    assertThat(notes).hasSize(1);
  }

  @Test
  void definitionIsLeftOutWhole() throws Exception {
    Makefile makefile = read("define X\nA := 1\nendef\nB := 2\n");

    assertThat(makefile.value("A")).isEmpty();
    assertThat(makefile.value("B")).isEqualTo("2");
    assertThat(notes).singleElement().asString().contains("app.mk:1", "define");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A := $(B                    | app.mk:2: '$(B' is not closed: expected a )",
        "A := ${B                    | expected a }",
        "ifdef A                     | app.mk:2: this condition has no end: expected an endif",
        "endif                       | app.mk:2: endif without an if",
        "else                        | app.mk:2: else without an if",
        "ifeq $(A)                   | expected (one,other)",
        "ifeq (a,b,c)                | expected (one,other)",
        "$(error no such board)      | app.mk:2: no such board"
      })
  void whatMakesNoSenseIsRefusedWithItsLine(String line, String message) throws IOException {
    write("\n" + line + "\n");

    assertThatThrownBy(this::readWritten)
        .isInstanceOf(BuildException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ifdef A\nelse\nelse\nendif\n", "ifdef A\nelse B\nendif\n"})
  void wrongElseIsRefused(String text) throws IOException {
    write(text);

    assertThatThrownBy(this::readWritten).hasMessageContaining("else");
  }

  @Test
  void variableThatRefersToItselfIsRefused() throws Exception {
    Makefile makefile = read("A = $(A) x\n");

    assertThatThrownBy(() -> makefile.value("A")).hasMessageContaining("app.mk:1", "itself");
  }

  @Test
  void whatNobodyReadsIsKnown() throws Exception {
    Makefile makefile = read("A := 1\nB := 2\nC := $(B)\n");
    makefile.value("C");

    assertThat(makefile.unread()).containsExactly("A");
  }

  private Makefile read(String text) throws IOException, BuildException {
    write(text);
    return readWritten();
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("app.mk"), text);
  }

  private Makefile readWritten() throws BuildException {
    return Makefile.read(folder.resolve("app.mk"), Map.of("GIVEN", "given"), notes::add);
  }
}
