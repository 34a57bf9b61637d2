package dev.gatehouse.contract;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.guid.Guid;
import dev.gatehouse.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code security.json}; {@code contract/security.schema.json} says the same for editors. */
public final class ContractReader {
    /** What a draft has where a person must decide: the role that an operation needs, and what a role means. Never valid. */
    public static final String PLACEHOLDER = "TODO";

    private static final String RESOURCE = "contract/security.json";
    private static final Pattern API = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("[12]\\.0");
    private static final Pattern VALUE = Pattern.compile("(?!TODO$)[A-Za-z0-9._-]{1,120}");
    private static final Pattern SENTENCE = Pattern.compile("(?!TODO$)\\S.{0,999}");
    private static final Pattern APP_ID_URI = Pattern.compile("(api|https)://[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*");
    private static final Pattern CLIENT_ID = Pattern.compile("(?!" + Guid.NIL + ")(?=[^A-F]*$)" + Guid.FORM);
    private static final Pattern MEMBER = Pattern.compile("Application|User");

    private ContractReader() {}

    /** Reads the contract that lies in the app's jar. */
    public static ContractResult readOwn() {
        return readOwn(ContractReader.class.getClassLoader());
    }

    /** The one contract in these jars: of several that differ, the order of the jars would choose, and the worker has none. */
    static ContractResult readOwn(ClassLoader jars) {
        Map<String, URL> contracts = new LinkedHashMap<>();
        try {
            for (URL place : Collections.list(jars.getResources(RESOURCE))) {
                try (InputStream contract = place.openStream()) {
                    contracts.putIfAbsent(new String(contract.readAllBytes(), StandardCharsets.UTF_8), place);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the jar cannot be read", unreadable);
        }
        if (contracts.size() > 1) {
            return faulty("is in several jars, and differs; keep one of " + contracts.values());
        }
        return contracts.isEmpty()
                ? faulty("is not in the jar at /" + RESOURCE)
                : read(contracts.keySet().iterator().next().getBytes(StandardCharsets.UTF_8));
    }

    private static ContractResult faulty(String what) {
        return new ContractResult.Faulty(List.of(new ContractError("", what)));
    }

    public static ContractResult read(byte[] json) {
        List<ContractError> faults = new ArrayList<>();
        try {
            Contract contract = contract(
                    new JsonObjectReader(Json.read(new String(json, StandardCharsets.UTF_8)), "", faults), faults);
            return faults.isEmpty() ? new ContractResult.Valid(contract) : new ContractResult.Faulty(faults);
        } catch (JsonProcessingException noJson) {
            return new ContractResult.Faulty(
                    List.of(new ContractError(place(noJson.getLocation()), noJson.getOriginalMessage())));
        }
    }

    private static Contract contract(JsonObjectReader root, List<ContractError> faults) {
        root.keys(Set.of("api", "tokenVersions", "roles", "scopes", "operations"), Set.of("$schema", "onward"));
        root.mustNotBeEmpty("tokenVersions");
        root.mustNotBeEmpty("operations");
        Declared<Contract.Role> roles = Declared.of(root.objects("roles"), ContractReader::role);
        Declared<Contract.Scope> scopes = Declared.of(root.objects("scopes"), ContractReader::scope);
        DuplicateCheck.among("roles", "value", roles.values(Contract.Role::value), faults);
        DuplicateCheck.among("scopes", "value", scopes.values(Contract.Scope::value), faults);
        Contract.Retired retired = new Contract.Retired(roles.retired(), scopes.retired());
        OperationReader operations = new OperationReader(roles.inForce(), scopes.inForce(), retired);
        List<OperationReader.Entry> entries =
                root.objects("operations").stream().map(operations::read).toList();
        DuplicateCheck.among(entries, faults);
        return new Contract(
                root.text("api", API, "a name of lower-case letters, digits and hyphens"),
                root.texts("tokenVersions", VERSION, "\"1.0\" or \"2.0\""),
                roles.inForce(),
                scopes.inForce(),
                entries.stream().flatMap(entry -> entry.operation().stream()).toList(),
                entries.stream()
                        .filter(entry -> entry.operation().isEmpty())
                        .map(OperationReader.Entry::function)
                        .collect(Collectors.toSet()),
                onward(root, faults),
                retired);
    }

    /** Roles or scopes in the contract's order, apart by whether they are retired. */
    private record Declared<T>(List<T> all, List<T> inForce, List<T> retired) {
        static <T> Declared<T> of(List<JsonObjectReader> entries, Function<JsonObjectReader, T> reader) {
            List<T> all = new ArrayList<>();
            List<T> inForce = new ArrayList<>();
            List<T> retired = new ArrayList<>();
            for (JsonObjectReader entry : entries) {
                T value = reader.apply(entry);
                all.add(value);
                (entry.isTrue("retired") ? retired : inForce).add(value);
            }
            return new Declared<>(all, inForce, retired);
        }

        List<String> values(Function<T, String> value) {
            return all.stream().map(value).toList();
        }
    }

    private static Contract.Role role(JsonObjectReader entry) {
        entry.keys(Set.of("value", "description", "allowedMemberTypes"), Set.of("retired"));
        entry.mustNotBeEmpty("allowedMemberTypes");
        return new Contract.Role(
                entry.text("value", VALUE, "a value of letters, digits, dots, hyphens and underscores"),
                entry.text("description", SENTENCE, "a description"),
                Set.copyOf(entry.texts("allowedMemberTypes", MEMBER, "\"Application\" or \"User\"")));
    }

    private static Contract.Scope scope(JsonObjectReader entry) {
        entry.keys(Set.of("value", "description"), Set.of("retired"));
        return new Contract.Scope(
                entry.text("value", VALUE, "a value of letters, digits, dots, hyphens and underscores"),
                entry.text("description", SENTENCE, "a description"));
    }

    private static List<Contract.OnwardApi> onward(JsonObjectReader root, List<ContractError> faults) {
        List<Contract.OnwardApi> apis =
                root.objects("onward").stream().map(ContractReader::onwardApi).toList();
        DuplicateCheck.among(
                "onward",
                "resource",
                apis.stream().map(Contract.OnwardApi::resource).toList(),
                faults);
        DuplicateCheck.among(
                "onward",
                "clientId",
                apis.stream().map(Contract.OnwardApi::clientId).toList(),
                faults);
        return apis;
    }

    private static Contract.OnwardApi onwardApi(JsonObjectReader entry) {
        entry.keys(Set.of("resource", "clientId", "scopes"), Set.of());
        entry.mustNotBeEmpty("scopes");
        return new Contract.OnwardApi(
                entry.text(
                        "resource", APP_ID_URI, "an App ID URI, api://... or https://..., without a slash at its end"),
                entry.text(
                        "clientId",
                        CLIENT_ID,
                        "a client id: 8-4-4-4-12 hexadecimal digits in lower case, not all zero"),
                entry.texts("scopes", VALUE, "a value of letters, digits, dots, hyphens and underscores"));
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
