package dev.gatehouse.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.deployment.arm.TemplateText;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The command that creates a snapshot, and what a snapshot lacks that was created without its option. */
public final class SnapshotCommand {
    private static final String OPTION = "--deployment-name main";
    private static final String ENDING = ".snapshot.json";

    /** For a parameter file of any name. */
    static final String FOR_ANY = command("NAME");

    private SnapshotCommand() {}

    /**
     * What to do where the outputs of modules are missing: their deployments are named after the outermost, which was
     * given no name.
     */
    public static Optional<String> missingName(Snapshot snapshot) {
        long values = asking(snapshot.content());
        if (values == 0) {
            return Optional.empty();
        }
        String name = snapshot.name();
        return Optional.of("was created without " + OPTION + ", so the outputs of modules are unknown, in " + values
                + (values == 1 ? " value" : " values") + "; create it again with: "
                + command(name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "NAME"));
    }

    /** How many values ask for the name of the deployment. */
    private static long asking(JsonNode value) {
        if (value.isTextual()) {
            return new TemplateText(value.textValue()).calls("deployment") ? 1 : 0;
        }
        return StreamSupport.stream(value.spliterator(), false)
                .mapToLong(SnapshotCommand::asking)
                .sum();
    }

    private static String command(String name) {
        return "bicep snapshot " + name + ".bicepparam --mode overwrite " + OPTION;
    }
}
