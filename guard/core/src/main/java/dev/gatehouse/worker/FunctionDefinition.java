package dev.gatehouse.worker;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the host knows of a function: its function.json, whoever wrote that.
 *
 * @param answersPastReturn whether an output that is not the return value answers the caller
 */
record FunctionDefinition(String entryPoint, boolean isHttp, boolean answersPastReturn) {
    private static final String RETURN = "$return";

    static FunctionDefinition of(Map<?, ?> definition) {
        return new FunctionDefinition(
                String.valueOf(definition.get("entryPoint")),
                objects(definition).anyMatch(binding -> is(binding, "type", "httpTrigger")),
                objects(definition).anyMatch(binding -> is(binding, "type", "http") && !is(binding, "name", RETURN)));
    }

    /** All objects in it, wherever: the host is more liberal than its documentation, and so is this. */
    private static Stream<Map<?, ?>> objects(@Nullable Object json) {
        if (json instanceof Map<?, ?> object) {
            return Stream.concat(Stream.of(object), object.values().stream().flatMap(FunctionDefinition::objects));
        }
        return json instanceof List<?> list ? list.stream().flatMap(FunctionDefinition::objects) : Stream.empty();
    }

    /** Letter case does not count in either, as for the host. */
    private static boolean is(Map<?, ?> binding, String member, String value) {
        return binding.entrySet().stream()
                .anyMatch(each -> String.valueOf(each.getKey()).equalsIgnoreCase(member)
                        && String.valueOf(each.getValue()).equalsIgnoreCase(value));
    }
}
