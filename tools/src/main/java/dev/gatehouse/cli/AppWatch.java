package dev.gatehouse.cli;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.NotHealthyException;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.chain.host.HostStartException;
import dev.gatehouse.deployment.Deployment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

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
     * @param each is run at each look
     */
    void run(Runnable each) throws InterruptedException {
        Map<Path, String> staged = staged();
        Map<Path, String> written = written();
        while (true) {
            Thread.sleep(PAUSE.toMillis());
            each.run();
            Map<Path, String> stagedNow = staged();
            Map<Path, String> writtenNow = written();
            if (!writtenNow.equals(written)) {
                written = writtenNow;
                redeploy();
            }
            if (!stagedNow.equals(staged) && !stagedNow.isEmpty()) {
                staged = settled(stagedNow);
                restart();
            }
        }
    }

    /** The plugin writes file after file: waits until it has ended. */
    private Map<Path, String> settled(Map<Path, String> first) throws InterruptedException {
        Map<Path, String> before = first;
        while (true) {
            Thread.sleep(PAUSE.toMillis());
            Map<Path, String> now = staged();
            if (now.equals(before) && isWhole(now.keySet())) {
                return now;
            }
            before = now;
        }
    }

    private static boolean isWhole(Set<Path> files) {
        return files.stream().anyMatch(file -> file.endsWith("host.json"))
                && files.stream().anyMatch(file -> file.toString().endsWith(".jar"));
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
