package dev.gatehouse.build;

import dev.gatehouse.init.MavenModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Builds an app with its own Maven, at once and whenever its sources change, one build at a time, in the background. A build that
 * fails leaves what is served as it is.
 */
public final class AppRebuild implements AutoCloseable {
    /** What azure-functions:package prints when all is staged; the goal then waits for two seconds before it ends. */
    private static final String STAGED = "Successfully built Azure Functions";

    private final MavenCommand command;
    private final MavenBuilds builds;
    private final Path log;
    private final Consumer<String> say;
    private final List<Path> watched;
    private Map<Path, String> seen = Map.of();
    private boolean isBuilding;
    private boolean isOffline;

    /** What the builds say about the staged app. */
    public enum Staging {
        /** No build runs: what stages the app, if anything does, is not a build of these. */
        UNKNOWN,
        /** A build runs that has not staged all of it. */
        INCOMPLETE,
        /** A build has staged all of it. */
        COMPLETE,
        /** A build failed; what it left is not to be served. */
        ABANDONED
    }

    /**
     * The builds of an app.
     *
     * @param contract is watched, too
     * @param log receives the output of the latest build
     */
    public AppRebuild(MavenModule module, Path contract, Path log, Consumer<String> say) {
        this.command = new MavenCommand(module);
        this.builds = new MavenBuilds(command, log);
        this.log = log;
        this.say = say;
        this.watched = new ArrayList<>(module.sources());
        watched.add(contract);
    }

    /** What is built, with which command. */
    public String description() {
        return "watching the sources, poms, host.json and contract of "
                + command.module().folder() + "\na change runs: " + command.text()
                + (builds.stays() ? "" : "\neach build starts Maven anew, as its settings have a maven.ext.class.path");
    }

    /** Starts a build if a source has changed, and reports the end of one. */
    public Staging look() {
        if (isBuilding) {
            return builds.exitCode().map(this::ended).orElseGet(this::progress);
        }
        Map<Path, String> now = FileStates.ofAll(watched);
        if (now.equals(seen)) {
            return Staging.UNKNOWN;
        }
        say.accept(
                seen.isEmpty() ? "building, to serve what the sources are now ..." : "sources changed: building ...");
        seen = now;
        return start(true);
    }

    boolean isBuilding() {
        return isBuilding;
    }

    private Staging progress() {
        return builds.output().stream().anyMatch(line -> line.contains(STAGED)) ? Staging.COMPLETE : Staging.INCOMPLETE;
    }

    private Staging ended(int exitCode) {
        isBuilding = false;
        List<String> output = builds.output();
        if (builds.hasEndedUnasked()) {
            say.accept("Maven did not stay after its build (exit code " + exitCode + "): each build starts it anew");
            return exitCode == 0 ? Staging.COMPLETE : start(true);
        }
        if (exitCode == 0) {
            return Staging.COMPLETE;
        }
        if (isOffline && output.stream().anyMatch(line -> line.contains("offline"))) {
            say.accept("something is not in the local Maven repository: building again with downloads ...");
            return start(false);
        }
        say.accept("the build failed:\n" + String.join("\n", BuildErrors.in(output)) + "\nits whole output is in " + log
                + "\nthe former app goes on");
        return Staging.ABANDONED;
    }

    private Staging start(boolean offline) {
        isOffline = offline;
        try {
            if (offline) {
                builds.begin();
            } else {
                builds.beginWithDownloads();
            }
            isBuilding = true;
            return Staging.INCOMPLETE;
        } catch (IOException missing) {
            say.accept("the build cannot be started (" + missing.getMessage() + "): put mvn on the PATH");
            return Staging.UNKNOWN;
        }
    }

    /** Ends the build that runs, and Maven. */
    @Override
    public void close() {
        builds.close();
    }
}
