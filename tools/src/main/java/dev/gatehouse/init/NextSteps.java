package dev.gatehouse.init;

import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.init.InitReport.Action;
import dev.gatehouse.init.InitReport.BuildPart;
import dev.gatehouse.init.InitReport.ContractPart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What remains for a person to do. */
record NextSteps(AppFolder app, String version) {

    List<String> of(ContractPart contract, BuildPart build) {
        List<String> steps = new ArrayList<>();
        if (contract.isIncomplete()) {
            steps.add("Correct " + contract.file() + " as listed above.");
        }
        if (build.action() == Action.BY_HAND) {
            steps.add("Add to " + build.file() + " what is listed above.");
        }
        if (!isInstalled()) {
            steps.add("Install the guard, which is not published yet: in Gatehouse's folder,"
                    + " mvn -pl guard/functions,guard/test -am install");
        }
        if (contract.hasPlaceholders()) {
            steps.add("In " + contract.file() + ", replace each " + ContractReader.PLACEHOLDER
                    + " with a role, or a line's \"roles\" with \"public\": true.");
        }
        steps.add(app.packaging());
        steps.add("gatehouse up --app " + app.folder());
        return steps;
    }

    private boolean isInstalled() {
        return Files.isDirectory(Path.of(
                System.getProperty("user.home", ""), ".m2/repository/dev/gatehouse", GuardInPom.ARTIFACT, version));
    }
}
