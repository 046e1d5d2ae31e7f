package io.github.authfilters;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Disabled;

/** The rooms, and who may import whom. */
class ArchitectureTest {

  private static final String ROOT = "io.github.authfilters";

  /** What ships. */
  @AnalyzeClasses(packages = ROOT, importOptions = DoNotIncludeTests.class)
  static class Shipped {

    @ArchTest
    static final ArchRule importsPointInward =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("servlet")
            .definedBy(ROOT + ".servlet")
            .layer("config")
            .definedBy(ROOT + ".internal.config")
            .layer("http")
            .definedBy(ROOT + ".internal.http")
            .layer("token")
            .definedBy(ROOT + ".token")
            .layer("user")
            .definedBy(ROOT + ".user")
            .layer("identity")
            .definedBy(ROOT + ".identity")
            .whereLayer("servlet")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("config")
            .mayOnlyBeAccessedByLayers("servlet")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("servlet", "config")
            .whereLayer("token")
            .mayOnlyBeAccessedByLayers("servlet", "config")
            .whereLayer("user")
            .mayOnlyBeAccessedByLayers("servlet", "config");

    @ArchTest
    static final ArchRule noRoomDependsOnItself =
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theRootPackageIsEmpty =
        noClasses().should().resideInAPackage(ROOT).allowEmptyShould(false);

    @ArchTest
    static final ArchRule onlyTheTokenRoomKnowsNimbus =
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".token")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..");

    @ArchTest
    static final ArchRule noPublicSignatureShowsNimbus =
        methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should()
            .notHaveRawReturnType(
                com.tngtech.archunit.base.DescribedPredicate.describe(
                    "of Nimbus", type -> type.getPackageName().startsWith("com.nimbusds")));

    @ArchTest
    static final ArchRule tokensAndUsersKnowNoHttp =
        noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".token", ROOT + ".user", ROOT + ".identity")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..");

    @ArchTest
    static final ArchRule nothingIsKeptOnAThread =
        noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocal.class)
            .because("identity travels on the request object");

    @ArchTest
    static final ArchRule staticStateIsFinal =
        fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .because("a static that changes outlives a redeployed application's settings");

    @ArchTest
    static final ArchRule ourTypesAreNotBuiltByInheritance =
        classes()
            .that()
            .areNotInterfaces()
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .and()
            .areNotAssignableTo(Throwable.class)
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .should()
            .haveModifier(JavaModifier.FINAL);
  }

  /** The tests themselves. */
  @AnalyzeClasses(packages = ROOT, importOptions = OnlyIncludeTests.class)
  static class Tests {

    @ArchTest
    static final ArchRule noTestIsSwitchedOff =
        noClasses().should().beAnnotatedWith(Disabled.class);

    @ArchTest
    static final ArchRule noTestMethodIsSwitchedOff =
        methods().should().notBeAnnotatedWith(Disabled.class);

    @ArchTest
    static final ArchRule noTestSleeps =
        noClasses().should().callMethod(Thread.class, "sleep", long.class);
  }
}
