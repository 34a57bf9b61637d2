package dev.gatehouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.token.CheckResult;

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

    /** Others decide by id and verdict; those at the end put the words into a step of a trace, where only a trace shows them. */
    @ArchTest
    static final ArchRule onlyWhatRendersReadsTheWordsOfACheck = noClasses()
            .that()
            .resideOutsideOfPackages("dev.gatehouse.rendering..", "dev.gatehouse.cli..", "dev.gatehouse.chain.trace..")
            .and()
            .haveNameNotMatching("dev\\.gatehouse\\.doctor\\..*(Json|Page)(\\$.*)?")
            .and()
            .doNotHaveFullyQualifiedName("dev.gatehouse.middleware.AuditLog")
            .and()
            .doNotHaveFullyQualifiedName(CheckResult.class.getName())
            .and()
            .doNotHaveFullyQualifiedName("dev.gatehouse.chain.easyauth.EasyAuthSteps")
            .and()
            .doNotHaveFullyQualifiedName("dev.gatehouse.chain.gateway.policy.ValidateToken")
            .should()
            .callMethod(CheckResult.class, "expected")
            .orShould()
            .callMethod(CheckResult.class, "actual");
}
