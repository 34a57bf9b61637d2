package dev.gatehouse.processor;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.functions.ContractAgreement;
import dev.gatehouse.functions.ContractDraft;
import dev.gatehouse.functions.FunctionList;
import dev.gatehouse.functions.ListedFunction;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * Guards every HTTP function of the app that is compiled, or fails the build and says which one it cannot guard, and why.
 *
 * <p>Options: {@value ContractFile#OPTION} names the contract's file where it is not {@code contract/security.json} among the
 * resources; {@value #INJECTOR}{@code =own} leaves out the service file, for an app that has its own injector; {@value #FACTORY}
 * names the {@code dev.gatehouse.functions.FunctionFactory} that makes the instances.
 */
@SupportedAnnotationTypes(FunctionMethod.FUNCTION_NAME)
@SupportedOptions({ContractFile.OPTION, GuardProcessor.INJECTOR, GuardProcessor.FACTORY})
public final class GuardProcessor extends AbstractProcessor {
    static final String INJECTOR = "gatehouse.injector";
    static final String FACTORY = "gatehouse.factory";

    /** Among the generated sources: never in the app's jar, and never taken for the contract. */
    static final String DRAFT = "gatehouse/security.json";

    private static final String JACKSON = "2.13 or newer";

    private final List<FunctionMethod> functions = new ArrayList<>();
    private boolean hasErrors;

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            if (round.processingOver()) {
                finish(round);
            } else {
                look(ElementFilter.methodsIn(annotations.stream()
                                .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
                                .toList())
                        .stream()
                        .map(method -> FunctionMethod.of(method, processingEnv.getElementUtils()))
                        .toList());
            }
        } catch (IOException unwritable) {
            error("the guard's files cannot be written: " + unwritable, null);
        } catch (LinkageError old) {
            error(
                    "a library on the processor's path is too old (" + old + "). Give the app jackson-core " + JACKSON
                            + " as a direct dependency: the app needs it at run time, too",
                    null);
        }
        return false;
    }

    /** The functions of one round: what can be guarded is written at once, as other processors may refer to it. */
    private void look(List<FunctionMethod> found) throws IOException {
        if (found.isEmpty() || isTestCompilation()) {
            return;
        }
        if (functions.isEmpty()) {
            write(InjectorClass.NAME, new InjectorClass(option(FACTORY)).source());
        }
        functions.addAll(found);
        Map<TypeElement, List<FunctionMethod>> classes = new LinkedHashMap<>();
        for (FunctionMethod function : found) {
            if (function.isHttp() && canBeGuarded(function) && !function.isExplicit()) {
                classes.computeIfAbsent(function.type(), type -> new ArrayList<>())
                        .add(function);
            }
        }
        for (Map.Entry<TypeElement, List<FunctionMethod>> each : classes.entrySet()) {
            write(GuardedClass.nameOf(each.getKey()), new GuardedClass(each.getKey(), each.getValue()).source());
        }
    }

    private boolean canBeGuarded(FunctionMethod function) {
        List<String> faults = Overridable.faults(function).toList();
        faults.forEach(fault -> error(fault, function.method()));
        return faults.isEmpty();
    }

    private void finish(RoundEnvironment round) throws IOException {
        if (functions.isEmpty()) {
            return;
        }
        compareWithContract();
        if (!hasOwnInjector()) {
            OwnInjector.find(processingEnv.getFiler())
                    .ifPresent(own -> error(
                            "the app has an injector already, " + own
                                    + ", and the worker takes one only. Compile with -A" + INJECTOR
                                    + "=own; then let it make an instance of Guarded.classOf(functionClass), or guard each HTTP function"
                                    + " with @GuardedExplicitly",
                            null));
        }
        Names.faults(functions).forEach((function, fault) -> error(fault, function.method()));
        Advice.of(functions)
                .forEach(text -> processingEnv.getMessager().printMessage(Diagnostic.Kind.NOTE, "Gatehouse: " + text));
        if (hasErrors || round.errorRaised()) {
            return;
        }
        resource(FunctionList.RESOURCE, FunctionList.write(listed()));
        if (!hasOwnInjector()) {
            resource("META-INF/services/" + InjectorClass.SERVICE, InjectorClass.NAME + "\n");
        }
    }

    /** Only what code can fix is an error here: an operation without a function may have one in another jar, and is found at start. */
    private void compareWithContract() throws IOException {
        Optional<ContractFile> file = ContractFile.of(processingEnv);
        if (file.isEmpty()) {
            error(
                    "the contract was not found: src/main/resources/contract/security.json says who may call which function. Begin"
                            + " with a copy of " + writeDraft()
                            + ", which was just written; for another place, compile with -A"
                            + ContractFile.OPTION + "=<file>",
                    null);
        } else if (file.get().content() instanceof ContractResult.Valid valid) {
            compare(valid.contract());
        } else {
            ((ContractResult.Faulty) file.get().content())
                    .faults()
                    .forEach(fault -> error(file.get().place() + " " + fault, null));
        }
    }

    /** Where it lies. */
    private String writeDraft() throws IOException {
        FileObject draft = processingEnv.getFiler().createResource(StandardLocation.SOURCE_OUTPUT, "", DRAFT);
        try (Writer writer = draft.openWriter()) {
            writer.write(new ContractDraft(listed(), Set.of()).text("my-api", Optional.empty()));
        }
        return draft.getName();
    }

    private void compare(Contract contract) {
        for (FunctionMethod function : functions) {
            ContractAgreement.differences(listed(function), contract)
                    .forEach(difference -> error(difference, function.method()));
        }
    }

    private List<ListedFunction> listed() {
        return functions.stream().map(GuardProcessor::listed).toList();
    }

    private static ListedFunction listed(FunctionMethod function) {
        return new ListedFunction(
                function.name(),
                function.kind(),
                function.type().getQualifiedName().toString(),
                function.method().getSimpleName().toString(),
                function.isHttp() ? function.route() : "",
                function.isHttp() ? function.trigger().orElseThrow().methods() : List.of(),
                function.isExplicit());
    }

    private boolean hasOwnInjector() {
        return option(INJECTOR).equals("own");
    }

    private String option(String name) {
        return processingEnv.getOptions().getOrDefault(name, "");
    }

    /** Functions of tests are not deployed. Maven and Gradle name the folders of tests so. */
    private boolean isTestCompilation() throws IOException {
        URI classes = processingEnv
                .getFiler()
                .getResource(StandardLocation.CLASS_OUTPUT, "", FunctionList.RESOURCE)
                .toUri();
        return classes.getPath().endsWith("/test-classes/" + FunctionList.RESOURCE)
                || classes.getPath().endsWith("/java/test/" + FunctionList.RESOURCE);
    }

    private void write(String name, String source) throws IOException {
        JavaFileObject file = processingEnv.getFiler().createSourceFile(name);
        try (Writer writer = file.openWriter()) {
            writer.write(source);
        }
    }

    private void resource(String name, String content) throws IOException {
        try (Writer writer = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", name)
                .openWriter()) {
            writer.write(content);
        }
    }

    private void error(String message, @org.jspecify.annotations.Nullable Element place) {
        hasErrors = true;
        if (place == null) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "Gatehouse: " + message);
        } else {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "Gatehouse: " + message, place);
        }
    }
}
