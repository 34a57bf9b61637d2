package dev.gatehouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the tools. */
@AnalyzeClasses(packages = "dev.gatehouse", importOptions = ImportOption.DoNotIncludeTests.class)
class ToolsArchitectureTest {

    @ArchTest
    static final ArchRule checksMayUseTheLocalChainAndNotTheReverse = noClasses()
            .that()
            .resideInAnyPackage("dev.gatehouse.chain..", "dev.gatehouse.deployment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.gatehouse.check..", "dev.gatehouse.doctor..", "dev.gatehouse.cli..");

    @ArchTest
    static final ArchRule templateExpressionsKnowNoOtherPackage = noClasses()
            .that()
            .resideInAPackage("dev.gatehouse.deployment.arm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.gatehouse.deployment",
                    "dev.gatehouse.chain..",
                    "dev.gatehouse.check..",
                    "dev.gatehouse.doctor..",
                    "dev.gatehouse.cli..");

    @ArchTest
    static final ArchRule onlyTheTaskHubReadsTables = noClasses()
            .that()
            .resideOutsideOfPackage("dev.gatehouse.taskhub..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.azure.data.tables..");

    @ArchTest
    static final ArchRule theTaskHubKnowsNoTool = noClasses()
            .that()
            .resideInAPackage("dev.gatehouse.taskhub..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.gatehouse.chain..",
                    "dev.gatehouse.check..",
                    "dev.gatehouse.cli..",
                    "dev.gatehouse.deployment..",
                    "dev.gatehouse.doctor..",
                    "dev.gatehouse.rendering..");
}
