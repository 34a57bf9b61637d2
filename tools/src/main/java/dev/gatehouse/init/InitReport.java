package dev.gatehouse.init;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code init} found and did, or would do.
 *
 * @param app the app's folder
 * @param readFrom where its functions were found, relative to the folder
 * @param warnings what does not work with the guard yet, each with its remedy
 * @param next the steps that remain
 */
public record InitReport(
        String app,
        String readFrom,
        boolean isDryRun,
        List<Function> functions,
        ContractPart contract,
        BuildPart build,
        List<String> warnings,
        List<String> next) {

    /**
     * @param operations such as {@code GET orders/{id}}; empty for a function that is not HTTP
     * @param isKeyOnly whether the host serves it over HTTP to whoever has a system key
     */
    public record Function(
            String name, String trigger, String entryPoint, List<String> operations, boolean isKeyOnly) {}

    /** What happened to a file. */
    public enum Action {
        WRITTEN,
        KEPT,
        BY_HAND,
        NOT_NEEDED
    }

    /**
     * @param text of a contract that is new; else null
     * @param hasPlaceholders whether a person has to decide yet who may call
     * @param missing lines that the existing contract lacks, to be added to its operations
     * @param differences what else the build will refuse in it
     */
    public record ContractPart(
            String file,
            Action action,
            @Nullable String text,
            boolean hasPlaceholders,
            List<String> missing,
            List<String> differences) {

        /** Whether the app's build would refuse it for more than its placeholders. */
        public boolean isIncomplete() {
            return !missing.isEmpty() || !differences.isEmpty();
        }
    }

    /**
     * @param changes what was added to the file
     * @param byHand what a person has to add, and where
     */
    public record BuildPart(String file, Action action, List<String> changes, List<String> byHand) {}

    /** Where nothing is left to write. */
    public boolean isUnchanged() {
        return contract.action() != Action.WRITTEN && build.action() != Action.WRITTEN;
    }
}
