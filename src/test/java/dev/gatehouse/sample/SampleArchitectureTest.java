package dev.gatehouse.sample;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.Gatehouse;
import dev.gatehouse.functions.FunctionFactory;
import dev.gatehouse.middleware.Caller;
import dev.gatehouse.middleware.Guard;
import dev.gatehouse.onward.Onward;

/** The design's dependency rules and bans, checked on the sample. */
@AnalyzeClasses(packages = "dev.gatehouse", importOptions = SampleArchitectureTest.OnlyTheSample.class)
class SampleArchitectureTest {

    static final class OnlyTheSample implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return location.contains("/src/target/classes/");
        }
    }

    /** Functions use three things of the guard: the caller, whether it is ready, and tokens for calls on the user's behalf. */
    @ArchTest
    static final ArchRule functionsKnowTheGuardsPublicSideOnly = noClasses()
            .that()
            .resideInAPackage("dev.gatehouse.sample..")
            .and()
            .haveSimpleNameNotEndingWith("_Guarded")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.gatehouse..")
                    .and(resideOutsideOfPackage("dev.gatehouse.sample.."))
                    .and(resideOutsideOfPackage(Onward.class.getPackageName()))
                    .and(not(belongToAnyOf(Gatehouse.class, Guard.class, Caller.class, FunctionFactory.class))));

    /** Loaded by the first call that needs the table, and by no other. */
    @ArchTest
    static final ArchRule twoClassesKnowTheAzureLibraries = noClasses()
            .that()
            .doNotHaveSimpleName("AccountsInTable")
            .and()
            .doNotHaveSimpleName("TableRefusalPolicy")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.azure..", "com.microsoft.aad..");

    /** The worker would turn it into an empty 200. */
    @ArchTest
    static final ArchRule noResponseClassOfOnesOwn = noClasses().should().implement(HttpResponseMessage.class);
}
