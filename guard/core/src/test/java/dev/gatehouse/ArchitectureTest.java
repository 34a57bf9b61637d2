package dev.gatehouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/** The design's dependency rules and bans, checked on the guard. */
@AnalyzeClasses(packages = "dev.gatehouse", importOptions = ArchitectureTest.OnlyWhatShips.class)
class ArchitectureTest {

    static final class OnlyWhatShips implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return location.contains("/guard/core/target/classes/");
        }
    }

    @ArchTest
    static final ArchRule tokensKnowNoAzureNoContractAndNoLibrary = classes()
            .that()
            .resideInAPackage("..token..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.gatehouse.token..",
                    "dev.gatehouse.keys..",
                    "dev.gatehouse.jose..",
                    "dev.gatehouse.redaction..",
                    "java..",
                    "javax..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule keysKnowNoToken = classes()
            .that()
            .resideInAPackage("..keys..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.gatehouse.keys..",
                    "dev.gatehouse.jose..",
                    "dev.gatehouse.redaction..",
                    "java..",
                    "javax.net.ssl..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule theContractDependsOnAllowedPackagesOnly = classes()
            .that()
            .resideInAPackage("..contract..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.gatehouse.contract..",
                    "dev.gatehouse.guid..",
                    "dev.gatehouse.json..",
                    "com.fasterxml.jackson.core..",
                    "java..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule theMiddlewareKnowsTokenAndContractOnly = noClasses()
            .that()
            .resideInAPackage("..middleware..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.gatehouse");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.gatehouse.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noCustomResponseClassAsTheWorkerWouldAnswerItWith200 =
            noClasses().should().implement(HttpResponseMessage.class);

    @ArchTest
    static final ArchRule onlyTheGuardBuildsResponses = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.gatehouse.middleware.ErrorResponses")
            .and()
            .doNotHaveFullyQualifiedName("dev.gatehouse.middleware.ProblemDetails")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(HttpResponseMessage.Builder.class);

    @ArchTest
    static final ArchRule theEnvironmentIsReadInTwoPlaces = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.gatehouse.Gatehouse")
            .and()
            .doNotHaveFullyQualifiedName("dev.gatehouse.worker.FunctionDefinitions")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule passingTimeIsCountedInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.gatehouse.keys.MonotonicClock")
            .should()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule theSystemClockIsChosenInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.gatehouse.GuardFactory")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule recordsAndFinalClassesOnly = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
            .allowEmptyShould(false);

    /** Fails if the import option excludes too much. */
    @ArchTest
    static void looksAtWhatShips(com.tngtech.archunit.core.domain.JavaClasses shipped) {
        org.assertj.core.api.Assertions.assertThat(shipped.stream().map(JavaClass::getSimpleName))
                .contains("Guard", "Verifier", "Contract", "Settings")
                .doesNotContain("MovableClock", "ArchitectureTest");
    }
}
