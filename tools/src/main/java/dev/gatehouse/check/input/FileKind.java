package dev.gatehouse.check.input;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a file is, by the end of its name. */
enum FileKind {
    JSON(".json"),
    /** Editors that colour C# or Razor, and toolkits of others, give policies other names. */
    POLICY(".xml", ".policy", ".rawxml", ".cshtml"),
    BICEP(".bicep", SourceFile.PARAMETERS),
    TERRAFORM(".tf"),
    OTHER;

    static final String TERRAFORM_UNREAD =
            "is Terraform, which is not read: give the policy files and templates that it"
                    + " deploys, or what it has deployed: az group export --name GROUP > deployed.json";

    private final List<String> endings;

    FileKind(String... endings) {
        this.endings = List.of(endings);
    }

    static FileKind of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.endings.stream().anyMatch(lower::endsWith))
                .findFirst()
                .orElse(OTHER);
    }
}
