package dev.gatehouse.check.input;

import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.input.BicepCompiler.Outcome;
import dev.gatehouse.check.source.SourceText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads single files. */
final class SourceReader {
    static final int LARGEST = 32 * 1024 * 1024;
    private static final Pattern POLICY =
            Pattern.compile("<(policies|fragment|inbound|validate-jwt|validate-azure-ad-token|openid-config)\\b");

    private final BicepCompiler bicep;
    private final Projects projects = new Projects();
    private final AzExports exports = new AzExports();
    private final Set<Path> read = new HashSet<>();

    SourceReader(BicepCompiler bicep) {
        this.bicep = bicep;
    }

    boolean hasExports() {
        return !exports.isEmpty();
    }

    boolean hasRead(SourceFile source) {
        return read.contains(normal(source));
    }

    private static Path normal(SourceFile source) {
        return source.file().toAbsolutePath().normalize();
    }

    /** What several files say together: exports, and the faults of their projects. */
    InputReading together() {
        return exports.reading().and(InputReading.unreadable(projects.unreadable()));
    }

    /** @param inFolder so that files of other kinds are skipped */
    InputReading read(SourceFile source, boolean inFolder) {
        if (!read.add(normal(source))) {
            return InputReading.nothing(); // named twice, itself and with its folder
        }
        if (source.is(FileKind.TERRAFORM)) {
            return InputReading.of(source.unreadable(FileKind.TERRAFORM_UNREAD));
        }
        if (source.is(FileKind.BICEP)) {
            return source.isParameters() ? parameters(source, inFolder) : bicep(source);
        }
        try {
            return Files.size(source.file()) > LARGEST
                    ? InputReading.of(source.unreadable("is larger than 32 MB"))
                    : read(source, Files.readAllBytes(source.file()), inFolder);
        } catch (IOException unreadable) {
            return InputReading.of(source.unreadable("cannot be read: " + unreadable.getMessage()));
        }
    }

    InputReading read(SourceFile source, byte[] bytes, boolean inFolder) {
        if (bytes.length > LARGEST) {
            return InputReading.of(source.unreadable("is larger than 32 MB"));
        }
        try {
            return text(source, FileText.of(bytes), inFolder);
        } catch (CharacterCodingException foreign) {
            boolean isOfOthers = inFolder && !isDeployment(source, FileText.guessed(bytes));
            return isOfOthers
                    ? InputReading.nothing()
                    : InputReading.of(source.unreadable(
                            "is not valid " + FileText.encoding(bytes) + ", its assumed encoding; save it as UTF-8"));
        }
    }

    private static boolean isDeployment(SourceFile source, String text) {
        return source.is(FileKind.JSON)
                ? source.endsWith(".snapshot.json") || JsonFile.mayBe(text)
                : POLICY.matcher(text).find();
    }

    private InputReading text(SourceFile source, String text, boolean inFolder) {
        boolean isDeployment = isDeployment(source, text);
        if (inFolder && !isDeployment) {
            return InputReading.nothing();
        }
        if (source.is(FileKind.JSON)) {
            return json(source).read(text, inFolder);
        }
        return isDeployment
                ? InputReading.of(DeployedFile.ofPolicy(source.place(), text), SourceText.plain())
                : InputReading.of(
                        source.unreadable("is not a policy: it has neither <policies> nor <inbound> nor a policy that"
                                + " validates tokens"));
    }

    private InputReading bicep(SourceFile source) {
        Outcome outcome = bicep.compile(source.file());
        return outcome instanceof Outcome.Compiled compiled
                ? json(source).compiled(compiled.template())
                : InputReading.of(source.unreadable(((Outcome.Failed) outcome).why()));
    }

    /** In a folder, a template whose parameters cannot be compiled here is checked without them. */
    private InputReading parameters(SourceFile source, boolean inFolder) {
        Outcome outcome = bicep.compile(source.file());
        if (outcome instanceof Outcome.Compiled compiled) {
            return json(source)
                    .withParameters(compiled.template(), template(source).orElse(source));
        }
        String why = ((Outcome.Failed) outcome).why();
        return inFolder
                ? template(source)
                        .map(this::bicep)
                        .orElse(InputReading.nothing())
                        .and(InputReading.skipped(List.of(source.unreadable(why))))
                : InputReading.of(source.unreadable(why));
    }

    private JsonFile json(SourceFile source) {
        return new JsonFile(source, projects.of(source.file()), exports);
    }

    /** What the parameters are for, where that is a file here. */
    private static Optional<SourceFile> template(SourceFile parameters) {
        Path folder = parameters.file().toAbsolutePath().normalize().resolveSibling("");
        return Folder.references(parameters.file()).stream()
                .filter(file -> file.toString().endsWith(".bicep"))
                .findFirst()
                .map(file -> new SourceFile(
                        file,
                        Path.of(parameters.shown())
                                .resolveSibling(folder.relativize(file))
                                .normalize()
                                .toString()));
    }
}
