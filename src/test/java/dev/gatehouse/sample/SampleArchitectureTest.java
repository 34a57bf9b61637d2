package dev.gatehouse.sample;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The design's arrows and bans, over the sample. */
@AnalyzeClasses(packages = "dev.gatehouse", importOptions = SampleArchitectureTest.OnlyTheSample.class)
class SampleArchitectureTest {

    static final class OnlyTheSample implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return location.contains("/src/target/classes/");
        }
    }

    @ArchTest
    static final ArchRule functionsReachTheContractAndTheVerifierThroughTheGuardOnly = noClasses()
            .that()
            .resideInAnyPackage("..accounts..", "..identity..", "..health..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.gatehouse", "dev.gatehouse.contract..", "com.nimbusds..");

    @ArchTest
    static final ArchRule functionsAreNotStaticAsTheWorkerWouldCallThemWithoutTheirGuard = methods()
            .that()
            .areAnnotatedWith(FunctionName.class)
            .should()
            .notBeStatic()
            .andShould()
            .bePublic()
            .andShould()
            .haveRawReturnType(HttpResponseMessage.class);

    @ArchTest
    static final ArchRule onlyTheGuardBuildsResponses =
            noClasses().should().dependOnClassesThat().areAssignableTo(HttpResponseMessage.Builder.class);

    @ArchTest
    static final ArchRule theEnvironmentIsReadInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.gatehouse.sample.FunctionInjector")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);
}
