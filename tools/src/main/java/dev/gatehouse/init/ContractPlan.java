package dev.gatehouse.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractError;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.functions.ContractAgreement;
import dev.gatehouse.functions.ContractDraft;
import dev.gatehouse.functions.ListedFunction;
import dev.gatehouse.init.InitReport.Action;
import dev.gatehouse.init.InitReport.ContractPart;
import dev.gatehouse.input.GivenJson;
import dev.gatehouse.input.GivenText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The contract of an app: a new one where the app has no contract, else what is missing from it. */
record ContractPlan(FoundApp found, Path file) {
    static final String SCHEMA = "security.schema.json";
    private static final String PLACEHOLDER = "\"" + ContractReader.PLACEHOLDER + "\"";
    private static final int LONGEST_NAME = 64;

    /** A role that is valid, so that the rest of a contract can be compared before a person has decided. */
    private static final String ANY_ROLE = "\"Any.Role\"";

    /** @param artifact names the app */
    ContractPart part(String artifact) {
        String place = found.app().name(file);
        if (Files.exists(file)) {
            return existing(place, GivenText.read(file));
        }
        if (found.draft().entries().isEmpty()) {
            return new ContractPart(place, Action.NOT_NEEDED, null, false, List.of(), List.of());
        }
        String text = found.draft().text(name(artifact), Optional.of(SCHEMA));
        return new ContractPart(place, Action.WRITTEN, text, true, List.of(), faults(text));
    }

    /** The API's name as the contract accepts it, from the app's. */
    static String name(String artifact) {
        String name =
                artifact.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        String shortened =
                name.substring(0, Math.min(name.length(), LONGEST_NAME)).replaceAll("-+$", "");
        return shortened.isEmpty() ? "api" : shortened;
    }

    private ContractPart existing(String place, String text) {
        JsonNode json = GivenJson.read(place, text);
        List<ContractDraft.Entry> missing = missing(json.path("operations"));
        List<String> lines = missing.stream().map(ContractDraft.Entry::text).toList();
        List<String> faults = faults(text);
        return new ContractPart(
                place,
                Action.KEPT,
                null,
                text.contains(PLACEHOLDER),
                lines,
                faults.isEmpty() ? differences(text, missing) : faults);
    }

    private List<ContractDraft.Entry> missing(JsonNode operations) {
        Set<String> listed = new HashSet<>();
        operations.forEach(each -> {
            listed.add(each.path("function").asText());
            listed.add(
                    each.path("function").asText() + " " + each.path("method").asText());
        });
        return found.listed().stream()
                .flatMap(function -> found.draft()
                        .entries(function)
                        .filter(entry -> !listed.contains(
                                function.methods().isEmpty()
                                        ? function.name()
                                        : function.name() + " " + entry.method().orElseThrow())))
                .toList();
    }

    /** What the reader refuses besides the placeholders. */
    private static List<String> faults(String text) {
        return read(text) instanceof ContractResult.Faulty faulty
                ? faulty.faults().stream().map(ContractError::toString).toList()
                : List.of();
    }

    private static ContractResult read(String text) {
        return ContractReader.read(text.replace(PLACEHOLDER, ANY_ROLE).getBytes(StandardCharsets.UTF_8));
    }

    /** Of the functions whose lines are not missing. */
    private List<String> differences(String text, List<ContractDraft.Entry> missing) {
        Contract contract = ((ContractResult.Valid) read(text)).contract();
        Set<String> incomplete = new HashSet<>();
        missing.forEach(entry -> incomplete.add(entry.function()));
        List<ListedFunction> functions = found.listed();
        Stream<String> ofFunctions = functions.stream()
                .filter(function -> !incomplete.contains(function.name()))
                .flatMap(function -> ContractAgreement.differences(function, contract).stream());
        return Stream.concat(ofFunctions, ContractAgreement.withoutFunction(functions, contract))
                .toList();
    }
}
