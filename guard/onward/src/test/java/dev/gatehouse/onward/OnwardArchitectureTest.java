package dev.gatehouse.onward;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.middleware.GuardedContext;
import dev.gatehouse.test.TestCaller;
import dev.gatehouse.test.TestContext;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "dev.gatehouse", importOptions = OnwardArchitectureTest.OnlyWhatShips.class)
class OnwardArchitectureTest {

    static final class OnlyWhatShips implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return location.contains("/guard/onward/target/classes/");
        }
    }

    @ArchTest
    static final ArchRule fewClassesKnowMsal = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Msal")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.microsoft.aad..");

    @ArchTest
    static final ArchRule onlyOneMakesThem = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Msal")
            .and()
            .doNotHaveSimpleName("OnwardFactory")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("Msal");

    @ArchTest
    static final ArchRule theGuardIsAllItNeeds = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.gatehouse..",
                    "com.microsoft.aad.msal4j..",
                    "com.microsoft.azure.functions..",
                    "com.fasterxml.jackson.core..",
                    "java..",
                    "org.jspecify..");

    /** Up to the first exchange: on a class path that has no MSAL4J. */
    @Test
    void decidesWithoutMsalWhatNeedsNoExchange() throws Exception {
        URL[] jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> !jar.contains("msal4j") && !jar.contains("azure-json"))
                .map(OnwardArchitectureTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader without = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            assertThat(Class.forName(WithoutMsal.class.getName(), true, without)
                            .getDeclaredMethod("reason")
                            .invoke(null))
                    .isEqualTo("USER_MISSING, NoClassDefFoundError");
        }
    }

    /** Runs in a class loader of its own. */
    public static final class WithoutMsal {
        private static final Set<String> SCOPES = Set.of("https://graph.microsoft.com/User.Read");

        private WithoutMsal() {}

        public static String reason() {
            Onward onward = OnwardFactory.create(
                    Map.of(
                            "GATEHOUSE_LOGIN_ENDPOINT", "https://login.microsoftonline.com",
                            "GATEHOUSE_TENANT_IDS", TestCaller.TENANT,
                            "GATEHOUSE_API_CLIENT_ID", TestCaller.APP,
                            "GATEHOUSE_ALLOWED_CLIENTS", TestCaller.CLIENT,
                            "GATEHOUSE_ALLOWED_PRINCIPALS", "any",
                            "GATEHOUSE_FORWARDING_GATEWAY", "none",
                            "GATEHOUSE_ONWARD_SECRET", "a secret"),
                    () -> OnwardFactory.declared(ContractReader.read(CONTRACT.getBytes(StandardCharsets.UTF_8))));
            OnwardRefusal refusal = (OnwardRefusal)
                    onward.onBehalfOf(TestCaller.app("Things.Read").context(), SCOPES);
            return refusal.reason() + ", " + firstExchange(onward);
        }

        /** That it cannot work here shows that the class path is the one that was meant. */
        private static String firstExchange(Onward onward) {
            try {
                return onward.onBehalfOf(
                                new GuardedContext(
                                        new TestContext("readProfile"),
                                        Optional.of(
                                                TestCaller.user("things.read").caller()),
                                        Optional.of(new dev.gatehouse.middleware.PresentedToken("a.b.c"))),
                                SCOPES)
                        .toString();
            } catch (NoClassDefFoundError absent) {
                return absent.getClass().getSimpleName();
            }
        }

        private static final String CONTRACT = """
                { "api": "things", "tokenVersions": ["2.0"], "roles": [], "scopes": [{ "value": "things.read", "description": "Read" }],
                  "onward": [{ "resource": "https://graph.microsoft.com", "clientId": "00000003-0000-0000-c000-000000000000", "scopes": ["User.Read"] }],
                  "operations": [{ "function": "read", "method": "GET", "route": "things", "scopes": ["things.read"] }] }
                """;
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (java.net.MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
