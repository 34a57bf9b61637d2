package dev.gatehouse.check.input;

import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.input.InputReading.UnreadableFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the files and folders that a user names; the others are read even if one cannot be.
 *
 * @param here the folder that relative names start from
 */
public record Inputs(Path here, BicepCompiler bicep) {
    private static final String STANDARD_INPUT = "-";
    private static final long LARGEST = 32L * 1024 * 1024;
    private static final Pattern POLICY =
            Pattern.compile("<(policies|fragment|inbound|validate-jwt|validate-azure-ad-token|openid-config)\\b");

    public InputReading read(List<String> names) {
        Projects projects = new Projects();
        InputReading all = InputReading.nothing();
        for (String name : names) {
            all = all.and(read(name, projects));
        }
        return all.and(new InputReading(List.of(), projects.unreadable()));
    }

    private InputReading read(String name, Projects projects) {
        if (name.equals(STANDARD_INPUT)) {
            return standardInput(projects);
        }
        Path path = here.resolve(name);
        if (Files.isDirectory(path)) {
            return folder(path, name, projects);
        }
        SourceFile source = new SourceFile(path, name);
        return Files.isRegularFile(path)
                ? file(source, false, projects)
                : InputReading.of(source.unreadable("not found; name an existing file or folder"));
    }

    /** One deployment or one policy, which its first character tells apart. */
    private InputReading standardInput(Projects projects) {
        try {
            byte[] bytes = System.in.readNBytes((int) LARGEST);
            String ending = FileText.guessed(bytes).stripLeading().startsWith("{") ? ".json" : ".xml";
            SourceFile source = new SourceFile(here.resolve("standard input" + ending), "standard input");
            return bytes(source, bytes, false, projects);
        } catch (IOException unreadable) {
            return InputReading.of(new UnreadableFile("standard input", "cannot be read: " + unreadable.getMessage()));
        }
    }

    private InputReading folder(Path folder, String name, Projects projects) {
        try {
            InputReading all = InputReading.nothing();
            for (SourceFile file : Folder.toCheck(folder, name)) {
                all = all.and(file(file, true, projects));
            }
            boolean nothing = all.deployments().isEmpty() && all.unreadable().isEmpty();
            return nothing ? InputReading.of(nothingIn(name)) : all;
        } catch (IOException unreadable) {
            return InputReading.of(new UnreadableFile(name, "cannot be read: " + unreadable.getMessage()));
        }
    }

    private static UnreadableFile nothingIn(String folder) {
        return new UnreadableFile(folder, "contains no snapshot, ARM template, policy or Bicep file");
    }

    /** In a folder, files of other kinds are skipped. */
    private InputReading file(SourceFile source, boolean inFolder, Projects projects) {
        if (source.endsWith(".bicepparam")) {
            return InputReading.of(source.unreadable(
                    "contains parameters only; check the snapshot that 'bicep snapshot' creates from it"));
        }
        if (source.endsWith(".bicep")) {
            return bicep(source, projects);
        }
        try {
            if (Files.size(source.file()) > LARGEST) {
                return InputReading.of(source.unreadable("is larger than 32 MB"));
            }
            return bytes(source, Files.readAllBytes(source.file()), inFolder, projects);
        } catch (IOException unreadable) {
            return InputReading.of(source.unreadable("cannot be read: " + unreadable.getMessage()));
        }
    }

    private InputReading bytes(SourceFile source, byte[] bytes, boolean inFolder, Projects projects) {
        try {
            return text(source, FileText.of(bytes), inFolder, projects);
        } catch (CharacterCodingException foreign) {
            boolean isOfOthers = inFolder && !isDeployment(source, FileText.guessed(bytes));
            return isOfOthers
                    ? InputReading.nothing()
                    : InputReading.of(source.unreadable(
                            "is not valid " + FileText.encoding(bytes) + ", its assumed encoding; save it as UTF-8"));
        }
    }

    private static boolean isDeployment(SourceFile source, String text) {
        return source.endsWith(".json")
                ? source.endsWith(".snapshot.json") || JsonFile.mayBe(text)
                : POLICY.matcher(text).find();
    }

    private InputReading text(SourceFile source, String text, boolean inFolder, Projects projects) {
        boolean isDeployment = isDeployment(source, text);
        if (inFolder && !isDeployment) {
            return InputReading.nothing();
        }
        if (source.endsWith(".json")) {
            return JsonFile.read(source, text, projects.of(source.file()));
        }
        return isDeployment
                ? InputReading.of(DeployedFile.ofPolicy(source.place(), text))
                : InputReading.of(
                        source.unreadable("is not a policy: it has neither <policies> nor <inbound> nor a policy that"
                                + " validates tokens"));
    }

    private InputReading bicep(SourceFile source, Projects projects) {
        BicepCompiler.Outcome outcome = bicep.compile(source.file());
        return outcome instanceof BicepCompiler.Outcome.Compiled compiled
                ? JsonFile.read(source, compiled.template(), projects.of(source.file()))
                : InputReading.of(source.unreadable(((BicepCompiler.Outcome.Failed) outcome).why()));
    }
}
