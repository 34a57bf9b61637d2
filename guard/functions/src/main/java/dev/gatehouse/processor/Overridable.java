package dev.gatehouse.processor;

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

/**
 * What keeps an HTTP function from being guarded by an override in a subclass: each with its cause and the remedy.
 *
 * @param isHopeless whether it does not help to call the guard in the function itself
 */
record Overridable(Predicate<FunctionMethod> isBroken, String cause, String remedy, boolean isHopeless) {
    static final String REQUEST = "com.microsoft.azure.functions.HttpRequestMessage";
    static final String RESPONSE = "com.microsoft.azure.functions.HttpResponseMessage";
    static final String CONTEXT = "com.microsoft.azure.functions.ExecutionContext";

    private static final List<Overridable> RULES = List.of(
            rule(
                    function -> function.type().getNestingKind() != NestingKind.TOP_LEVEL,
                    "its class is nested",
                    "move the class to a separate file"),
            rule(
                    function -> function.type().getKind() == ElementKind.INTERFACE,
                    "it is declared in an interface",
                    "declare it in a class"),
            rule(
                    function -> function.type().getKind() == ElementKind.CLASS
                            && function.type().getModifiers().contains(Modifier.ABSTRACT),
                    "its class is abstract, and the worker does not find inherited functions",
                    "declare the function in a class that is not abstract"),
            rule(
                    function -> function.type().getModifiers().contains(Modifier.FINAL)
                            || function.type().getKind() == ElementKind.ENUM,
                    "its class is final, so it cannot have a guarded subclass",
                    "remove final from the class (records and enums are always final)"),
            rule(
                    function -> !function.type().getModifiers().contains(Modifier.PUBLIC),
                    "its class is not public, so the worker cannot use it",
                    "make the class public"),
            rule(
                    function -> !function.type().getTypeParameters().isEmpty(),
                    "its class is generic, so the worker cannot know its types",
                    "remove the type parameters from the class"),
            rule(
                    function -> ElementFilter.constructorsIn(function.type().getEnclosedElements()).stream()
                            .allMatch(each -> each.getModifiers().contains(Modifier.PRIVATE)),
                    "its class has only private constructors, so it cannot have a guarded subclass",
                    "give it a constructor that is not private"),
            rule(
                    has(Modifier.STATIC),
                    "the method is static, so the worker calls it without the guarded instance",
                    "make it an instance method"),
            rule(
                    has(Modifier.FINAL),
                    "the method is final, so it cannot be overridden",
                    "remove final from the method"),
            rule(
                    function -> !function.method().getModifiers().contains(Modifier.PUBLIC),
                    "the method is not public, so the worker does not find it",
                    "make the method public"),
            rule(
                    function -> !function.method().getTypeParameters().isEmpty(),
                    "the method is generic, so the worker cannot know its types",
                    "remove the type parameters from the method"),
            rule(
                    Overridable::hasPrivateType,
                    "a type of its parameters is private, so a subclass cannot name it",
                    "remove private from that type"),
            rule(
                    Overridable::isOverloaded,
                    "the class has another method of this name, and the worker takes either",
                    "rename the other method"),
            rule(
                    function -> function.trigger().stream()
                            .noneMatch(trigger -> trigger.annotation().equals("HttpTrigger")),
                    "its HTTP trigger is not declared with @HttpTrigger",
                    "use @HttpTrigger"),
            hopeless(
                    function -> !function.method().getReturnType().toString().equals(RESPONSE),
                    "it does not return exactly HttpResponseMessage, so the host would answer a refusal with 200",
                    "return HttpResponseMessage, made with request.createResponseBuilder(...)"),
            hopeless(
                    function -> function.method().getParameters().stream()
                            .flatMap(parameter -> parameter.getAnnotationMirrors().stream())
                            .anyMatch(each -> each.getAnnotationType()
                                    .asElement()
                                    .getSimpleName()
                                    .contentEquals("HttpOutput")),
                    "it answers through @HttpOutput, past what the guard returns",
                    "return the answer, as HttpResponseMessage"),
            hopeless(
                    function -> requests(function).count() != 1,
                    "it does not take one HttpRequestMessage, which holds the caller's token",
                    "take the trigger as HttpRequestMessage<Optional<...>>"),
            rule(
                    function -> contexts(function).count() > 1,
                    "it takes more than one ExecutionContext",
                    "take one ExecutionContext, or none"));

    /** What keeps this function from being guarded, as messages; empty for one that can be. */
    static Stream<String> faults(FunctionMethod function) {
        return RULES.stream()
                .filter(rule -> !function.isExplicit() && rule.isBroken().test(function))
                .map(rule -> "function " + function.name() + " (" + function.place() + ") cannot be guarded: "
                        + rule.cause() + ". To fix it, " + rule.remedy()
                        + (rule.isHopeless()
                                ? "."
                                : "; or call the guard in the function yourself, and say so with @GuardedExplicitly."));
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

    private static Overridable rule(Predicate<FunctionMethod> isBroken, String cause, String remedy) {
        return new Overridable(isBroken, cause, remedy, false);
    }

    private static Overridable hopeless(Predicate<FunctionMethod> isBroken, String cause, String remedy) {
        return new Overridable(isBroken, cause, remedy, true);
    }
}
