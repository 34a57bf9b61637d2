package dev.gatehouse.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.functions.Obstacle;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompiledObstacleTest {
    private static final String HEAD = AppOnDisk.CLASS.substring(0, AppOnDisk.CLASS.indexOf("public class"));
    private static final String METHOD =
            AppOnDisk.CLASS.substring(AppOnDisk.CLASS.indexOf("    @FunctionName"), AppOnDisk.CLASS.lastIndexOf('}'));

    @TempDir
    Path folder;

    static Stream<Arguments> obstacles() {
        return Stream.of(
                row(Obstacle.STATIC, "public HttpResponseMessage", "public static HttpResponseMessage"),
                row(Obstacle.FINAL, "public HttpResponseMessage", "public final HttpResponseMessage"),
                row(Obstacle.NOT_PUBLIC, "public HttpResponseMessage", "HttpResponseMessage"),
                row(Obstacle.GENERIC, "public HttpResponseMessage", "public <T> HttpResponseMessage"),
                row(Obstacle.FINAL_CLASS, "public class", "public final class"),
                row(Obstacle.GENERIC_CLASS, "class Orders", "class Orders<T>"),
                row(Obstacle.ABSTRACT_CLASS, "public class", "public abstract class"),
                row(Obstacle.PRIVATE_CONSTRUCTORS, "Orders {", "Orders { private Orders() {}"),
                row(Obstacle.OVERLOADED, "Orders {", "Orders { void readOrder() {}"),
                row(
                        Obstacle.PRIVATE_TYPE,
                        "Orders {",
                        "Orders { private static class Order {}",
                        "Optional<String>",
                        "Optional<Order>"),
                row(Obstacle.OTHER_RETURN_TYPE, "public HttpResponseMessage", "public Object"),
                row(
                        Obstacle.HTTP_OUTPUT,
                        "ExecutionContext context",
                        "@HttpOutput(name = \"answer\") OutputBinding<String> answer"),
                row(
                        Obstacle.NOT_ONE_REQUEST,
                        "HttpRequestMessage<Optional<String>> request,",
                        "String request,",
                        "request.createResponseBuilder(HttpStatus.OK).build()",
                        "null"),
                row(
                        Obstacle.SEVERAL_CONTEXTS,
                        "ExecutionContext context",
                        "ExecutionContext context, ExecutionContext another"),
                row(
                        Obstacle.OTHER_TRIGGER_ANNOTATION,
                        "@HttpTrigger(name = \"request\", methods = HttpMethod.GET, route = \"orders/{id}\")",
                        "@CustomBinding(name = \"request\", type = \"httpTrigger\", direction = \"in\")"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("obstacles")
    void isFoundInTheClassFile(Obstacle obstacle, List<String> changes) {
        String source = AppOnDisk.CLASS;
        for (int i = 0; i < changes.size(); i += 2) {
            assertThat(source).contains(changes.get(i));
            source = source.replace(changes.get(i), changes.get(i + 1));
        }

        assertThat(obstacles(source)).containsExactly(obstacle);
    }

    static Stream<Arguments> classes() {
        return Stream.of(
                Arguments.of(
                        Set.of(Obstacle.NESTED_CLASS),
                        "public class Orders { public static class Nested {\n" + METHOD + "} }"),
                Arguments.of(
                        Set.of(Obstacle.CLASS_NOT_PUBLIC), "class Hidden {\n" + METHOD + "}\n public class Orders {}"),
                Arguments.of(
                        Set.of(Obstacle.INTERFACE, Obstacle.PRIVATE_CONSTRUCTORS),
                        "public interface Orders {\n"
                                + METHOD.replace("public HttpResponseMessage", "default HttpResponseMessage") + "}"),
                Arguments.of(Set.of(Obstacle.FINAL_CLASS), "public record Orders() {\n" + METHOD + "}"),
                Arguments.of(
                        Set.of(Obstacle.FINAL_CLASS, Obstacle.PRIVATE_CONSTRUCTORS),
                        "public enum Orders { ONE;\n" + METHOD + "}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("classes")
    void isFoundInTheKindOfClass(Set<Obstacle> expected, String type) {
        assertThat(obstacles(HEAD + type)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void coversEveryObstacleOfTheProcessor() {
        Set<Object> covered = Stream.concat(
                        obstacles().map(row -> row.get()[0]),
                        classes().flatMap(row -> ((Set<?>) row.get()[0]).stream()))
                .collect(Collectors.toSet());

        assertThat(covered).isEqualTo(Set.of((Object[]) Obstacle.values()));
    }

    @Test
    void isAbsentFromASoundFunctionAndFromOneThatCallsTheGuardItself() {
        assertThat(obstacles(AppOnDisk.CLASS)).isEmpty();
        assertThat(obstacles(AppOnDisk.CLASS
                        .replace("    @FunctionName", "    @dev.gatehouse.functions.GuardedExplicitly @FunctionName")
                        .replace("public HttpResponseMessage", "public static HttpResponseMessage")))
                .isEmpty();
    }

    private List<Obstacle> obstacles(String source) {
        AppOnDisk.in(folder).compiled(source);
        return CompiledClass.in(folder.resolve("target/classes")).stream()
                .flatMap(CompiledFunction::of)
                .flatMap(CompiledObstacle::of)
                .toList();
    }

    private static Arguments row(Obstacle obstacle, String... changes) {
        return Arguments.of(obstacle, Arrays.asList(changes));
    }
}
