package dev.gatehouse.processor;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The source of the subclass that guards the HTTP functions of one class. */
final class GuardedClass {
    private static final String SUFFIX = "_Guarded";

    private final TypeElement type;
    private final List<FunctionMethod> functions;
    private final Imports imports;
    private final TypeText types;

    GuardedClass(TypeElement type, List<FunctionMethod> functions) {
        this.type = type;
        this.functions = functions;
        this.imports = new Imports(nameOf(type));
        this.types = new TypeText(imports);
        // inherited member types hide imports of their name
        ElementFilter.typesIn(type.getEnclosedElements())
                .forEach(member -> imports.name(member.getQualifiedName().toString()));
    }

    /** The name that the guard finds the subclass by, too: {@code dev.gatehouse.functions.Guarded}. */
    static String nameOf(TypeElement type) {
        return type.getQualifiedName() + SUFFIX;
    }

    String source() {
        String name = type.getQualifiedName().toString();
        int dot = name.lastIndexOf('.');
        String simple = name.substring(dot + 1);
        String declaredIn = dot < 0 ? "" : "package " + name.substring(0, dot) + ";\n\n";
        String generated = imports.name("javax.annotation.processing.Generated");
        String members = Stream.concat(
                        constructors().map(each -> constructor(simple + SUFFIX, each)),
                        functions.stream().map(this::override))
                .collect(Collectors.joining("\n"));
        return declaredIn
                + """
                %5$s
                /**
                 * {@link %1$s}, guarded: each HTTP function runs only for callers that contract/security.json lets in. The worker gets
                 * instances of this class.
                 */
                @%6$s("%2$s")
                @SuppressWarnings({"all", "deprecation", "removal", "rawtypes", "unchecked"})
                public class %1$s%3$s extends %1$s {
                %4$s}
                """.formatted(simple, GuardProcessor.class.getName(), SUFFIX, members, imports.lines(), generated);
    }

    private Stream<ExecutableElement> constructors() {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(each -> !each.getModifiers().contains(Modifier.PRIVATE));
    }

    /** With the annotations and the visibility of the constructor it calls, so that it is injected, and refused, alike. */
    private String constructor(String name, ExecutableElement constructor) {
        String annotations = constructor.getAnnotationMirrors().stream()
                .map(each -> "    " + each + "\n")
                .collect(Collectors.joining());
        String visibility = constructor.getModifiers().stream()
                .filter(each -> each == Modifier.PUBLIC || each == Modifier.PROTECTED)
                .map(each -> each + " ")
                .collect(Collectors.joining());
        return annotations + "    " + visibility + name + "(" + parameters(constructor, true) + ")"
                + thrown(constructor) + " {\n        super(" + arguments(constructor, UnaryOperator.identity())
                + ");\n    }\n";
    }

    private String override(FunctionMethod function) {
        ExecutableElement method = function.method();
        String request = Overridable.requests(function)
                .map(each -> each.getSimpleName().toString())
                .findFirst()
                .orElseThrow();
        String context = Overridable.contexts(function)
                .map(each -> each.getSimpleName().toString())
                .findFirst()
                .orElse("");
        String call = unused("guardedCall", method);
        String thrown = unused("thrown", method);
        return """
                    @Override
                    public %1$s %2$s(%3$s)%4$s {
                        %11$s %9$s = %12$s.guard().call(%5$s, %6$s, %7$s);
                        if (%9$s.isRefused()) {
                            return %9$s.refusal();
                        }
                        try {
                            return %9$s.answered(super.%2$s(%8$s));
                        } catch (Throwable %10$s) {
                            %9$s.failed(%10$s);
                            throw %10$s;
                        }
                    }
                """.formatted(
                        imports.name(Overridable.RESPONSE),
                        method.getSimpleName(),
                        parameters(method, false),
                        thrown(method),
                        '"' + function.name() + '"',
                        request,
                        context.isEmpty() ? "null" : context,
                        arguments(method, name -> name.equals(context) ? call + ".context()" : name),
                        call,
                        thrown,
                        imports.name("dev.gatehouse.middleware.GuardedCall"),
                        imports.name("dev.gatehouse.Gatehouse"));
    }

    /** The name, unless the method has a parameter of that name. */
    private static String unused(String name, ExecutableElement method) {
        boolean isUsed = method.getParameters().stream()
                .anyMatch(each -> each.getSimpleName().contentEquals(name));
        return isUsed ? unused(name + "_", method) : name;
    }

    private String parameters(ExecutableElement method, boolean annotated) {
        List<? extends VariableElement> all = method.getParameters();
        return all.stream()
                .map(each -> (annotated ? annotations(each) : "")
                        + type(method, each, all.indexOf(each) == all.size() - 1)
                        + " "
                        + each.getSimpleName())
                .collect(Collectors.joining(", "));
    }

    private String type(ExecutableElement method, VariableElement parameter, boolean isLast) {
        String type = types.of(parameter.asType());
        return isLast && method.isVarArgs() ? type.substring(0, type.length() - 2) + "..." : type;
    }

    private static String annotations(VariableElement parameter) {
        return parameter.getAnnotationMirrors().stream().map(each -> each + " ").collect(Collectors.joining());
    }

    private static String arguments(ExecutableElement method, UnaryOperator<String> argument) {
        return method.getParameters().stream()
                .map(each -> argument.apply(each.getSimpleName().toString()))
                .collect(Collectors.joining(", "));
    }

    private String thrown(ExecutableElement method) {
        return method.getThrownTypes().isEmpty()
                ? ""
                : method.getThrownTypes().stream()
                        .map((TypeMirror each) -> types.of(each))
                        .collect(Collectors.joining(", ", " throws ", ""));
    }
}
