package dev.gatehouse.chain.trace;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** One model for every layer, and so it knows none. */
@AnalyzeClasses(packages = "dev.gatehouse.chain.trace")
class TraceModelTest {

    @ArchTest
    static final ArchRule knowsNoLayer = classes()
            .that()
            .haveSimpleNameNotEndingWith("Test")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.gatehouse.chain.trace",
                    "dev.gatehouse.chain.http",
                    "dev.gatehouse.redaction",
                    "dev.gatehouse.secrets",
                    "com.fasterxml.jackson..",
                    "java..",
                    "org.jspecify..");
}
