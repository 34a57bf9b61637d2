package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The functions that an evaluation knows, by their names in lower case: initially those whose value depends only on
 * their arguments.
 */
public final class Functions {
    /** A function of ARM's. */
    public interface Function {
        /** @throws ExpressionFault when it has no value for these arguments */
        JsonNode of(List<JsonNode> arguments);
    }

    private static final Functions OF_ARGUMENTS_ONLY = new Functions(
            merged(List.of(
                    TextFunctions.ALL,
                    LogicFunctions.ALL,
                    CollectionFunctions.ALL,
                    ObjectFunctions.ALL,
                    LambdaFunctions.ALL,
                    IdFunctions.ALL)),
            null);

    private final Map<String, Function> own;
    private final @Nullable Functions outer;

    private Functions(Map<String, Function> own, @Nullable Functions outer) {
        this.own = Map.copyOf(own);
        this.outer = outer;
    }

    public static Functions ofArgumentsOnly() {
        return OF_ARGUMENTS_ONLY;
    }

    /** These and another one, which comes before one of the same name. */
    public Functions with(String name, Function function) {
        return new Functions(Map.of(name.toLowerCase(Locale.ROOT), function), this);
    }

    Optional<Function> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Functions each = this; each != null; each = each.outer) {
            Function found = each.own.get(lower);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static Map<String, Function> merged(List<Map<String, Function>> kinds) {
        Map<String, Function> merged = new HashMap<>();
        kinds.forEach(merged::putAll);
        return merged;
    }
}
