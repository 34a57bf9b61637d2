package dev.gatehouse.chain.host;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.OutputBinding;
import dev.gatehouse.chain.host.StagedFunction.Binding;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The source of one argument of a function, chosen in the worker's order (ParameterResolver of worker 2.17). */
sealed interface Argument {

    /**
     * The argument of a call.
     *
     * @throws UnservedException when this host does not have it
     * @throws IllegalArgumentException when the worker could not make it from the request
     */
    @Nullable
    Object of(FunctionInvocation invocation);

    static Argument of(StagedFunction function, Parameter parameter) {
        Type type = parameter.getParameterizedType();
        Optional<String> name = BindingAnnotations.name(parameter).filter(text -> !text.isEmpty());
        Optional<String> metadata = BindingAnnotations.metadata(parameter);
        Optional<Binding> binding = name.flatMap(function::binding);
        if (OutputBinding.class.isAssignableFrom(parameter.getType())) {
            return binding.filter(Binding::isOutput)
                    .<Argument>map(OutputArgument::new)
                    .orElseGet(() -> new Impossible("no output binding of that name: " + parameter));
        }
        if (name.isPresent()) {
            return binding.map(found -> of(found, type))
                    .orElseGet(() -> new Impossible("function.json has no binding named " + name.get()));
        }
        if (metadata.isPresent()) {
            return new NamedValue(metadata.get(), type);
        }
        return parameter.getType() == ExecutionContext.class
                ? new ContextArgument()
                : new Impossible("the worker has nothing for the parameter " + parameter);
    }

    private static Argument of(Binding binding, Type type) {
        if (binding.type().equalsIgnoreCase("httpTrigger")) {
            return Conversion.raw(type) == HttpRequestMessage.class
                    ? new Body(binding.name(), Conversion.argument(type))
                    : new Impossible("the worker binds an HTTP trigger to HttpRequestMessage only, not to "
                            + type.getTypeName());
        }
        return binding.isTrigger()
                ? new ManualInput(binding.name(), type)
                : new Unserved(
                        binding.name(),
                        "parameter " + binding.name() + " is a binding of type " + binding.type()
                                + ", which the local host does not read");
    }

    /** The request, with its body. */
    record Body(String name, Type type) implements Argument {
        @Override
        public Object of(FunctionInvocation invocation) {
            Object replaced = invocation.replaced(name);
            return replaced != null
                    ? replaced
                    : new WorkerRequest(
                            invocation.arrival(),
                            Conversion.of(invocation.arrival().body().orElse(null), type));
        }
    }

    /** A value of the route or the query. */
    record NamedValue(String name, Type type) implements Argument {
        @Override
        public @Nullable Object of(FunctionInvocation invocation) {
            String value = invocation
                    .arrival()
                    .metadata(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "neither route nor query has a value for @BindingName(\"" + name + "\")"));
            return Conversion.of(value, type);
        }
    }

    record ContextArgument() implements Argument {
        @Override
        public Object of(FunctionInvocation invocation) {
            return invocation;
        }
    }

    /** What a trigger other than HTTP brings: here, the input of the manual run. */
    record ManualInput(String name, Type type) implements Argument {
        @Override
        public @Nullable Object of(FunctionInvocation invocation) {
            Object replaced = invocation.replaced(name);
            return replaced != null
                    ? replaced
                    : Conversion.of(invocation.arrival().request().bodyText(), type);
        }
    }

    /** An output binding: it accepts the function's value, and nothing is written. */
    record OutputArgument(Binding binding) implements Argument {
        @Override
        public Object of(FunctionInvocation invocation) {
            return invocation.output(binding);
        }
    }

    /** A binding of a service that this host does not have. */
    record Unserved(String name, String why) implements Argument {
        @Override
        public Object of(FunctionInvocation invocation) {
            Object replaced = invocation.replaced(name);
            if (replaced == null) {
                throw new UnservedException(why);
            }
            return replaced;
        }
    }

    /** What the worker fails at too, in every call. */
    record Impossible(String why) implements Argument {
        @Override
        public Object of(FunctionInvocation invocation) {
            throw new IllegalArgumentException(why);
        }
    }
}
