package dev.gatehouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the tools. */
@AnalyzeClasses(packages = "dev.gatehouse")
class ToolsArchitectureTest {

    @ArchTest
    static final ArchRule checksMayUseTheLocalChainAndNotTheReverse = noClasses()
            .that()
            .resideInAPackage("dev.gatehouse.local..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.gatehouse.check..", "dev.gatehouse.cli..");

    @ArchTest
    static final ArchRule expressionsKnowNobody = noClasses()
            .that()
            .resideInAPackage("dev.gatehouse.arm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.gatehouse.check..", "dev.gatehouse.local..", "dev.gatehouse.cli..");
}
