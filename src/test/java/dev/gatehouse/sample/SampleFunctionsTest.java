package dev.gatehouse.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleFunctionsTest {
    private static final List<String> ONWARD =
            List.of("msal4j", "/com/azure/", "/io/projectreactor/", "jackson-databind", "/org/slf4j/");

    /** They are loaded by the first call that needs them: no other call waits for it. */
    @Test
    void functionsAreMadeAndGuardedWithoutTheLibrariesForCallsOnward() throws Exception {
        URL[] jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> ONWARD.stream().noneMatch(jar::contains))
                .map(SampleFunctionsTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader without = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            assertThat(Class.forName(WithoutLibraries.class.getName(), true, without)
                            .getDeclaredMethod("made")
                            .invoke(null))
                    .isEqualTo("AccountFunctions_Guarded ProfileFunction_Guarded");
        }
    }

    /** Runs in a class loader of its own. */
    public static final class WithoutLibraries {
        private WithoutLibraries() {}

        public static String made() throws Exception {
            SampleFunctions functions = new SampleFunctions();
            return made(functions, "dev.gatehouse.sample.accounts.AccountFunctions_Guarded") + " "
                    + made(functions, "dev.gatehouse.sample.profile.ProfileFunction_Guarded");
        }

        private static String made(SampleFunctions functions, String type) throws Exception {
            return functions.create(Class.forName(type)).getClass().getSimpleName();
        }
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
