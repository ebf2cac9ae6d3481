package org.wicedsim.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The arrows between the modules point one way. The table below is the whole design: who wants to
/// draw another arrow changes it here, and a reviewer sees that.
class ModuleArrowsTest {
  private static final String BASE = "org.wicedsim.";
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Module HAL = new Module("hal", "hal");
  private static final Module WWEP = new Module("src/wwep", "wwep");
  private static final Module PKI = new Module("src/pki", "pki");
  private static final Module WICED = new Module("src/wiced", "wiced", HAL, PKI);
  private static final Module CONTROL = new Module("src/control", "control", WICED);
  private static final Module WICED_C = new Module("src/wiced-c", "wicedc", WICED, CONTROL);
  private static final Module FIRMWARE = new Module("src/firmware", "firmware", WICED, WWEP);
  private static final Module WWEP_SERVER = new Module("src/wwep-server", "wwepserver", WWEP);
  private static final Module SCENARIO = new Module("src/scenario", "scenario", WICED, WWEP);
  private static final Module BENCH =
      new Module("src/bench", "bench", WICED_C, FIRMWARE, WWEP_SERVER, SCENARIO, PKI);
  private static final Module DEVICE_SIM =
      new Module("device-sim", "cli", CONTROL, WICED_C, FIRMWARE, WWEP_SERVER, SCENARIO, PKI);

  private static final List<Module> TABLE =
      List.of(
          HAL,
          WWEP,
          PKI,
          WICED,
          CONTROL,
          WICED_C,
          FIRMWARE,
          WWEP_SERVER,
          SCENARIO,
          BENCH,
          DEVICE_SIM);

  /// A module and the modules that it may use; what those may use, it may use too.
  record Module(String folder, String packageName, List<Module> uses) {

    Module(String folder, String packageName, Module... uses) {
      this(folder, packageName, List.of(uses));
    }

    boolean mayUse(Module other) {
      return uses.stream().anyMatch(used -> used.equals(other) || used.mayUse(other));
    }

    List<Module> mustNotUse() {
      return TABLE.stream().filter(other -> !other.equals(this) && !mayUse(other)).toList();
    }

    /// The package with its subpackages, as ArchUnit writes it; `wwep..` is not `wwepserver`.
    String packages() {
      return BASE + packageName + "..";
    }

    @Override
    public String toString() {
      return folder;
    }
  }

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.wicedsim");

  @ParameterizedTest
  @MethodSource("modulesWithForbiddenArrows")
  void classesUseTheModulesOfTheTableAlone(Module module) {
    noClasses()
        .that()
        .resideInAPackage(module.packages())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            module.mustNotUse().stream().map(Module::packages).toArray(String[]::new))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static Stream<Module> modulesWithForbiddenArrows() {
    return TABLE.stream().filter(module -> !module.mustNotUse().isEmpty());
  }

  // A dependency that nothing uses yet invites the first use.
  @ParameterizedTest
  @MethodSource("modules")
  void pomsNameTheModulesOfTheTableAlone(Module module) throws IOException {
    Set<String> allowed = new HashSet<>();
    for (Module other : TABLE) {
      if (module.mayUse(other)) {
        allowed.add(text(pomOf(other).getDocumentElement(), "artifactId"));
      }
    }

    assertThat(elements(pomOf(module), "dependency"))
        .filteredOn(dependency -> text(dependency, "groupId").equals("org.wicedsim"))
        .filteredOn(dependency -> !text(dependency, "scope").equals("test"))
        .extracting(dependency -> text(dependency, "artifactId"))
        .isSubsetOf(allowed);
  }

  private static List<Module> modules() {
    return TABLE;
  }

  @Test
  void everyModuleOfTheBuildIsInTheTable() throws IOException {
    assertThat(elements(parse(ROOT.resolve("pom.xml")), "module"))
        .extracting(Element::getTextContent)
        .containsExactlyInAnyOrderElementsOf(TABLE.stream().map(Module::folder).toList());
  }

  @Test
  void everyClassBelongsToAModule() {
    String[] all = TABLE.stream().map(Module::packages).toArray(String[]::new);

    classes().should().resideInAnyPackage(all).check(CLASSES);
  }

  @Test
  void modulesHaveNoCycles() {
    slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  // SPEC 1 is about octets; how they travel is another module's business.
  @Test
  void wwepKnowsNothingOfTheNetwork() {
    noClasses()
        .that()
        .resideInAPackage(WWEP.packages())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.netty..", "java.net..", "java.nio.channels..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static Document pomOf(Module module) throws IOException {
    return parse(ROOT.resolve(module.folder()).resolve("pom.xml"));
  }

  private static Document parse(Path pom) throws IOException {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(pom.toFile());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(pom.toString(), e);
    }
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  /// The text of the child element `name`; empty when there is none.
  private static String text(Element parent, String name) {
    NodeList children = parent.getChildNodes();
    return IntStream.range(0, children.getLength())
        .mapToObj(children::item)
        .filter(child -> child.getNodeName().equals(name))
        .map(child -> child.getTextContent().strip())
        .findFirst()
        .orElse("");
  }
}
