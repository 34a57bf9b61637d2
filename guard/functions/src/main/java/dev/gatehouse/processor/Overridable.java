package dev.gatehouse.processor;

import dev.gatehouse.functions.Obstacle;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** When an HTTP function cannot be guarded by an override in a subclass. */
record Overridable(Predicate<FunctionMethod> isBroken, Obstacle obstacle) {
    static final String REQUEST = "com.microsoft.azure.functions.HttpRequestMessage";
    static final String RESPONSE = "com.microsoft.azure.functions.HttpResponseMessage";
    static final String CONTEXT = "com.microsoft.azure.functions.ExecutionContext";

    private static final List<Overridable> RULES = List.of(
            rule(function -> function.type().getNestingKind() != NestingKind.TOP_LEVEL, Obstacle.NESTED_CLASS),
            rule(function -> function.type().getKind() == ElementKind.INTERFACE, Obstacle.INTERFACE),
            rule(
                    function -> function.type().getKind() == ElementKind.CLASS
                            && function.type().getModifiers().contains(Modifier.ABSTRACT),
                    Obstacle.ABSTRACT_CLASS),
            rule(
                    function -> function.type().getModifiers().contains(Modifier.FINAL)
                            || function.type().getKind() == ElementKind.ENUM,
                    Obstacle.FINAL_CLASS),
            rule(function -> !function.type().getModifiers().contains(Modifier.PUBLIC), Obstacle.CLASS_NOT_PUBLIC),
            rule(function -> !function.type().getTypeParameters().isEmpty(), Obstacle.GENERIC_CLASS),
            rule(
                    function -> ElementFilter.constructorsIn(function.type().getEnclosedElements()).stream()
                            .allMatch(each -> each.getModifiers().contains(Modifier.PRIVATE)),
                    Obstacle.PRIVATE_CONSTRUCTORS),
            rule(has(Modifier.STATIC), Obstacle.STATIC),
            rule(has(Modifier.FINAL), Obstacle.FINAL),
            rule(function -> !function.method().getModifiers().contains(Modifier.PUBLIC), Obstacle.NOT_PUBLIC),
            rule(function -> !function.method().getTypeParameters().isEmpty(), Obstacle.GENERIC),
            rule(Overridable::hasPrivateType, Obstacle.PRIVATE_TYPE),
            rule(Overridable::isOverloaded, Obstacle.OVERLOADED),
            rule(
                    function -> function.trigger().stream()
                            .noneMatch(trigger -> trigger.annotation().equals("HttpTrigger")),
                    Obstacle.OTHER_TRIGGER_ANNOTATION),
            rule(
                    function -> !function.method().getReturnType().toString().equals(RESPONSE),
                    Obstacle.OTHER_RETURN_TYPE),
            rule(
                    function -> function.method().getParameters().stream()
                            .flatMap(parameter -> parameter.getAnnotationMirrors().stream())
                            .anyMatch(each -> each.getAnnotationType()
                                    .asElement()
                                    .getSimpleName()
                                    .contentEquals("HttpOutput")),
                    Obstacle.HTTP_OUTPUT),
            rule(function -> requests(function).count() != 1, Obstacle.NOT_ONE_REQUEST),
            rule(function -> contexts(function).count() > 1, Obstacle.SEVERAL_CONTEXTS));

    /** What keeps this function from being guarded, as messages; empty for one that can be. */
    static Stream<String> faults(FunctionMethod function) {
        return RULES.stream()
                .filter(rule -> !function.isExplicit() && rule.isBroken().test(function))
                .map(rule -> rule.obstacle().fault(function.name(), function.place()));
    }

    static Stream<? extends VariableElement> requests(FunctionMethod function) {
        return parameters(function, REQUEST);
    }

    static Stream<? extends VariableElement> contexts(FunctionMethod function) {
        return parameters(function, CONTEXT);
    }

    private static Stream<? extends VariableElement> parameters(FunctionMethod function, String type) {
        return function.method().getParameters().stream()
                .filter(parameter -> parameter.asType() instanceof DeclaredType declared
                        && TypeText.qualified(declared).equals(type));
    }

    private static boolean hasPrivateType(FunctionMethod function) {
        return function.method().getParameters().stream()
                .map(VariableElement::asType)
                .anyMatch(Overridable::isPrivate);
    }

    private static boolean isPrivate(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isPrivate(array.getComponentType());
        }
        return type instanceof DeclaredType declared
                && (declared.asElement().getModifiers().contains(Modifier.PRIVATE)
                        || declared.getTypeArguments().stream().anyMatch(Overridable::isPrivate));
    }

    private static boolean isOverloaded(FunctionMethod function) {
        return ElementFilter.methodsIn(function.type().getEnclosedElements()).stream()
                        .filter(each ->
                                each.getSimpleName().equals(function.method().getSimpleName()))
                        .count()
                > 1;
    }

    private static Predicate<FunctionMethod> has(Modifier modifier) {
        return function -> function.method().getModifiers().contains(modifier);
    }

    private static Overridable rule(Predicate<FunctionMethod> isBroken, Obstacle obstacle) {
        return new Overridable(isBroken, obstacle);
    }
}
