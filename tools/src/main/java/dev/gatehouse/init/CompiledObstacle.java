package dev.gatehouse.init;

import dev.gatehouse.functions.Obstacle;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** When an HTTP function cannot be guarded, by its class file; the annotation processor decides the same from the source. */
record CompiledObstacle(Predicate<CompiledFunction> isPresent, Obstacle obstacle) {
    private static final String LIBRARY = "com.microsoft.azure.functions.";

    private static final List<CompiledObstacle> RULES = List.of(
            rule(function -> function.type().isNested(), Obstacle.NESTED_CLASS),
            rule(ofClass(Opcodes.ACC_INTERFACE), Obstacle.INTERFACE),
            rule(ofClass(Opcodes.ACC_ABSTRACT).and(function -> function.type().isClass()), Obstacle.ABSTRACT_CLASS),
            rule(ofClass(Opcodes.ACC_FINAL).or(ofClass(Opcodes.ACC_ENUM)), Obstacle.FINAL_CLASS),
            rule(ofClass(Opcodes.ACC_PUBLIC).negate(), Obstacle.CLASS_NOT_PUBLIC),
            rule(function -> isGeneric(function.type().node().signature), Obstacle.GENERIC_CLASS),
            rule(CompiledObstacle::hasPrivateConstructors, Obstacle.PRIVATE_CONSTRUCTORS),
            rule(ofMethod(Opcodes.ACC_STATIC), Obstacle.STATIC),
            rule(ofMethod(Opcodes.ACC_FINAL), Obstacle.FINAL),
            rule(ofMethod(Opcodes.ACC_PUBLIC).negate(), Obstacle.NOT_PUBLIC),
            rule(function -> isGeneric(function.method().signature), Obstacle.GENERIC),
            rule(CompiledObstacle::hasPrivateType, Obstacle.PRIVATE_TYPE),
            rule(CompiledObstacle::isOverloaded, Obstacle.OVERLOADED),
            rule(
                    function -> function.trigger()
                            .filter(trigger -> trigger.simpleName().equals("HttpTrigger"))
                            .isEmpty(),
                    Obstacle.OTHER_TRIGGER_ANNOTATION),
            rule(
                    function -> !Type.getReturnType(function.method().desc)
                            .getClassName()
                            .equals(LIBRARY + "HttpResponseMessage"),
                    Obstacle.OTHER_RETURN_TYPE),
            rule(
                    function -> function.parameterAnnotations()
                            .anyMatch(each -> each.simpleName().equals("HttpOutput")),
                    Obstacle.HTTP_OUTPUT),
            rule(function -> parameters(function, "HttpRequestMessage") != 1, Obstacle.NOT_ONE_REQUEST),
            rule(function -> parameters(function, "ExecutionContext") > 1, Obstacle.SEVERAL_CONTEXTS));

    /** Empty for a function that can be guarded, and for one that calls the guard itself. */
    static Stream<Obstacle> of(CompiledFunction function) {
        return RULES.stream()
                .filter(rule -> !function.isExplicit() && rule.isPresent().test(function))
                .map(CompiledObstacle::obstacle);
    }

    private static CompiledObstacle rule(Predicate<CompiledFunction> isPresent, Obstacle obstacle) {
        return new CompiledObstacle(isPresent, obstacle);
    }

    private static Predicate<CompiledFunction> ofClass(int flag) {
        return function -> function.type().has(flag);
    }

    private static Predicate<CompiledFunction> ofMethod(int flag) {
        return function -> (function.method().access & flag) != 0;
    }

    private static boolean isGeneric(@org.jspecify.annotations.Nullable String signature) {
        return signature != null && signature.startsWith("<");
    }

    private static boolean hasPrivateConstructors(CompiledFunction function) {
        return function.type().node().methods.stream()
                .filter(method -> method.name.equals("<init>"))
                .allMatch(constructor -> (constructor.access & Opcodes.ACC_PRIVATE) != 0);
    }

    /** A type of its parameters, or of their type arguments. */
    private static boolean hasPrivateType(CompiledFunction function) {
        String signature = function.method().signature == null ? function.method().desc : function.method().signature;
        String parameters = signature.substring(0, signature.lastIndexOf(')'));
        return function.type().node().innerClasses.stream()
                .filter(each -> (each.access & Opcodes.ACC_PRIVATE) != 0)
                .anyMatch(each ->
                        parameters.contains("L" + each.name + ";") || parameters.contains("L" + each.name + "<"));
    }

    private static boolean isOverloaded(CompiledFunction function) {
        return function.type().node().methods.stream()
                        .filter(each -> each.name.equals(function.method().name))
                        .filter(each -> (each.access & Opcodes.ACC_SYNTHETIC) == 0)
                        .count()
                > 1;
    }

    private static long parameters(CompiledFunction function, String type) {
        return Arrays.stream(Type.getArgumentTypes(function.method().desc))
                .filter(each -> each.getClassName().equals(LIBRARY + type))
                .count();
    }
}
