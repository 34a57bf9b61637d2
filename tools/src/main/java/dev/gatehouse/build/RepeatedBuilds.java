package dev.gatehouse.build;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Objects;
import org.apache.maven.Maven;
import org.apache.maven.eventspy.AbstractEventSpy;
import org.apache.maven.exception.DefaultExceptionHandler;
import org.apache.maven.exception.ExceptionSummary;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.project.artifact.ProjectArtifactsCache;
import org.codehaus.plexus.PlexusContainer;
import org.eclipse.aether.DefaultRepositoryCache;

/**
 * Runs inside the user's Maven, as an extension of its core that the command line names: executes the request of that command line
 * once for each line of standard input, and ends with it. Plugins stay loaded; what a project depends on is resolved anew each time.
 * It is only loaded by Maven.
 *
 * @see <a href="https://maven.apache.org/examples/maven-3-lifecycle-extensions.html">Using Maven 3 lifecycle extension</a>
 */
public final class RepeatedBuilds extends AbstractEventSpy {
    static final String ENDED = "gatehouse: build ended with ";

    @SuppressWarnings("NullAway.Init") // Maven calls init before it reports an event
    private PlexusContainer container;

    @Override
    public void init(Context context) {
        container = (PlexusContainer) Objects.requireNonNull(
                context.getData().get("plexus"), "Maven handed its container over under this name");
    }

    /** Maven reports its request before it executes it. An exception is logged by Maven, which then builds once, as usual. */
    @Override
    public void onEvent(Object event) throws Exception {
        if (event instanceof MavenExecutionRequest request) {
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            System.setIn(InputStream.nullInputStream()); // a plugin that reads it would take the commands
            URLConnection.setDefaultUseCaches("jar", false); // the jars of the app change
            Maven maven = container.lookup(Maven.class);
            while (commands.readLine() != null) {
                System.out.println(ENDED + build(maven, request));
            }
            System.exit(0);
        }
    }

    /** @return the exit code of a Maven that builds once */
    private int build(Maven maven, MavenExecutionRequest request) throws Exception {
        container.lookup(ProjectArtifactsCache.class).flush();
        request.setRepositoryCache(new DefaultRepositoryCache());
        request.setStartTime(new Date());
        request.getProjectBuildingRequest().setBuildStartTime(request.getStartTime());
        MavenExecutionResult result = maven.execute(request);
        DefaultExceptionHandler handler = new DefaultExceptionHandler();
        result.getExceptions().forEach(each -> print(handler.handleException(each)));
        return result.hasExceptions() ? 1 : 0;
    }

    private static void print(ExceptionSummary error) {
        error.getMessage().lines().forEach(line -> System.out.println("[ERROR] " + line));
        error.getChildren().forEach(RepeatedBuilds::print);
    }
}
