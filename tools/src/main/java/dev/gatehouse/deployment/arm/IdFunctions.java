package dev.gatehouse.deployment.arm;

import static dev.gatehouse.deployment.arm.FunctionArguments.argument;
import static dev.gatehouse.deployment.arm.FunctionArguments.known;
import static dev.gatehouse.deployment.arm.FunctionArguments.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Functions that make ids of resources (https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource). */
final class IdFunctions {
    private static final String GROUP = "resourceGroup().id";
    private static final String SUBSCRIPTION = "subscription().id";

    static final Map<String, Functions.Function> ALL = Map.of(
            "resourceid",
            IdFunctions::resourceId,
            "subscriptionresourceid",
            IdFunctions::subscriptionResourceId,
            "tenantresourceid",
            arguments -> id("", arguments, 0),
            "extensionresourceid",
            arguments -> id(text(argument(arguments, 0)), arguments, 1));

    private IdFunctions() {}

    /** Before the type there may be the subscription, and before that the resource group. */
    private static JsonNode resourceId(List<JsonNode> arguments) {
        int type = type(arguments);
        String scope =
                switch (type) {
                    case 0 -> PartialText.unknown(GROUP).marked();
                    case 1 -> PartialText.unknown(SUBSCRIPTION).marked() + "/resourceGroups/" + text(arguments.get(0));
                    default -> "/subscriptions/" + text(arguments.get(0)) + "/resourceGroups/" + text(arguments.get(1));
                };
        return id(scope, arguments, type);
    }

    private static JsonNode subscriptionResourceId(List<JsonNode> arguments) {
        int type = type(arguments);
        String scope =
                type == 0 ? PartialText.unknown(SUBSCRIPTION).marked() : "/subscriptions/" + text(arguments.get(0));
        return id(scope, arguments, type);
    }

    /** Where the type is: the first with a slash. */
    private static int type(List<JsonNode> arguments) {
        return IntStream.range(0, Math.min(3, arguments.size()))
                .filter(index ->
                        new PartialText(text(arguments.get(index))).with("").contains("/"))
                .findFirst()
                .orElseThrow(() -> new ExpressionFault("has an id without a known type"));
    }

    /** {@code scope/providers/namespace/type/name/type/name}. */
    private static JsonNode id(String scope, List<JsonNode> arguments, int type) {
        String[] types = text(known(argument(arguments, type))).split("/", -1);
        if (types.length - 1 != arguments.size() - type - 1) {
            throw new ExpressionFault("has an id with more or fewer names than types");
        }
        StringBuilder id = new StringBuilder(scope).append("/providers/").append(types[0]);
        for (int i = 1; i < types.length; i++) {
            id.append('/').append(types[i]).append('/').append(text(arguments.get(type + i)));
        }
        return TextNode.valueOf(id.toString());
    }
}
