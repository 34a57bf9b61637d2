package dev.gatehouse.cli;

import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.input.GivenText;
import dev.gatehouse.input.UnreadableInput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The operation to call, with the values of its route parameters and its body. */
final class CalledOperation {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

    @Option(
            names = "--operation",
            required = true,
            paramLabel = "NAME",
            description = "Function name of an operation in contract/security.json.")
    private String name = "";

    @Option(names = "--parameter", paramLabel = "NAME=VALUE", description = "Value of the route parameter {NAME}.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--data-file",
            paramLabel = "FILE",
            description = "File with the JSON request body; - for standard input.")
    private @Nullable Path body;

    /** @throws UserInputException when the operation does not exist or a parameter is missing */
    Request request(Contract contract) {
        Operation operation = contract.operation(name)
                .filter(each -> !each.isPublic())
                .orElseThrow(() -> new UserInputException(
                        "--operation must be one of " + published(contract) + ", not '" + name + "'"));
        Request request = new Request(operation.method(), "/" + path(operation), Headers.none(), new byte[0]);
        return body == null ? request : withBody(request, body);
    }

    private String path(Operation operation) {
        Matcher parameter = PARAMETER.matcher(operation.route());
        return parameter.replaceAll(found -> {
            String value = parameters.get(found.group(1));
            if (value == null || value.isEmpty()) {
                throw new UserInputException(
                        "the route of " + name + " needs --parameter " + found.group(1) + "=VALUE");
            }
            return Matcher.quoteReplacement(
                    URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        });
    }

    private static Request withBody(Request request, Path file) {
        try {
            return new Request(
                    request.method(),
                    request.target(),
                    request.headers().with("Content-Type", "application/json"),
                    GivenText.bytes(file));
        } catch (UnreadableInput unreadable) {
            throw new UserInputException("--data-file: " + unreadable.getMessage());
        }
    }

    private static List<String> published(Contract contract) {
        return contract.operations().stream()
                .filter(operation -> !operation.isPublic())
                .map(Operation::function)
                .toList();
    }
}
