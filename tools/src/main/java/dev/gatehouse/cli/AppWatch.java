package dev.gatehouse.cli;

import dev.gatehouse.build.AppRebuild.Staging;
import dev.gatehouse.build.FileStates;
import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.NotHealthyException;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.chain.host.HostStartException;
import dev.gatehouse.deployment.Deployment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.ZipFile;

/**
 * Follows changes while the chain serves: an app that is staged anew gets a new host, and a contract, a policy or a snapshot that
 * was edited is deployed at once. What does not start is said, and what ran before goes on.
 *
 * @param again reads the deployment from the files as they are now
 */
record AppWatch(Chain chain, AppToStart folder, Callable<DeployedApp> again, Consumer<String> say) {
    private static final Duration PAUSE = Duration.ofMillis(150);

    /**
     * Until the thread is interrupted.
     *
     * @param builds is asked at each look
     */
    void run(Supplier<Staging> builds) throws InterruptedException {
        Map<Path, String> served = staged();
        Map<Path, String> before = served;
        Map<Path, String> written = written();
        while (true) {
            Thread.sleep(PAUSE.toMillis());
            Staging building = builds.get();
            Map<Path, String> now = staged();
            Map<Path, String> writtenNow = written();
            if (!writtenNow.equals(written)) {
                written = writtenNow;
                redeploy();
            }
            if (building == Staging.ABANDONED) {
                served = now;
            } else if (!now.equals(served) && isComplete(building, now, before)) {
                served = now;
                restart();
            }
            before = now;
        }
    }

    /** Where nothing else is known: a build writes file after file, so all must be there, whole, and unchanged since the last look. */
    private static boolean isComplete(Staging building, Map<Path, String> now, Map<Path, String> before) {
        return building == Staging.COMPLETE
                || (building == Staging.UNKNOWN && now.equals(before) && isWhole(now.keySet()));
    }

    private static boolean isWhole(Set<Path> files) {
        List<Path> jars =
                files.stream().filter(file -> file.toString().endsWith(".jar")).toList();
        return files.stream().anyMatch(file -> file.endsWith("host.json"))
                && !jars.isEmpty()
                && jars.stream().allMatch(AppWatch::isReadable);
    }

    /** A jar's directory is written last. */
    private static boolean isReadable(Path jar) {
        try (ZipFile whole = new ZipFile(jar.toFile())) {
            return whole.size() > 0;
        } catch (IOException partial) {
            return false;
        }
    }

    private void restart() {
        long begun = System.nanoTime();
        say.accept("staged again: starting the function host ...");
        try {
            chain.restartHost();
            chain.awaitHealth(folder.readContract());
            say.accept("serving the new app after " + seconds(begun) + ", at "
                    + chain.doors().host() + " without Easy Auth");
            chain.notes().forEach(line -> say.accept("note: " + line));
        } catch (HostStartException | NotHealthyException | UserInputException failed) {
            say.accept("the staged app does not start: " + failed.getMessage() + "\nthe former one goes on");
        }
    }

    private void redeploy() {
        long begun = System.nanoTime();
        try {
            DeployedApp deployed = again.call();
            Deployment deployment = deployed.deployment();
            DemoTenant tenant = deployed.tenant();
            chain.redeploy(deployment, tenant.with(deployment));
            say.accept("contract and policies deployed again after " + seconds(begun));
            deployed.differences(false).forEach(line -> say.accept("note: " + line));
        } catch (Exception refused) {
            say.accept("not deployed: " + ErrorMessages.message(refused) + "\nthe former deployment goes on");
        }
    }

    private Map<Path, String> staged() {
        return FileStates.of(folder.staging(), 2);
    }

    private Map<Path, String> written() {
        Map<Path, String> files = new TreeMap<>(FileStates.of(folder.project().resolve("infra/policies"), 1));
        files.putAll(FileStates.of(folder.contract(), 0));
        return files;
    }

    private static String seconds(long begun) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begun) / 1e9);
    }
}
