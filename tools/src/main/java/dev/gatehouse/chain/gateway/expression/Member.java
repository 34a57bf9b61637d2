package dev.gatehouse.chain.gateway.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A property, method or indexer that expressions may use.
 *
 * @param name with {@code ()} for a method, {@link #INDEXER} for an indexer
 * @param isInferred whether C# infers a type argument from the arguments; it cannot infer one from null
 */
record Member(ExpressionType owner, String name, List<ExpressionType> parameters, Result result, boolean isInferred) {
    static final String INDEXER = "[]";

    /** The result of a member. */
    record Result(ExpressionType type, Call<Object> call) {}

    /** How a member's value is computed. */
    interface Call<T> {
        @Nullable
        Object on(T owner, Arguments arguments);
    }

    static <T> Member of(
            Class<T> owner, String name, List<ExpressionType> parameters, ExpressionType type, Call<T> call) {
        return new Member(
                ExpressionType.of(owner),
                name,
                parameters,
                new Result(type, (object, arguments) -> call.on(owner.cast(object), arguments)),
                false);
    }

    /** The same member with an inferred type argument. */
    Member inferred() {
        return new Member(owner, name, parameters, result, true);
    }

    boolean fits(ExpressionType from, String called, List<ExpressionType> arguments) {
        return owner == from
                && name.equals(called)
                && parameters.size() == arguments.size()
                && IntStream.range(0, parameters.size()).allMatch(i -> takes(parameters.get(i), arguments.get(i)))
                && !(isInferred && arguments.contains(ExpressionType.NULL));
    }

    private static boolean takes(ExpressionType parameter, ExpressionType argument) {
        return argument == parameter || (argument == ExpressionType.NULL && argument.becomes(parameter));
    }

    /**
     * The member of a value; nothing if an earlier {@code ?.} found null.
     *
     * @param conditional whether this member follows {@code ?.}
     */
    PolicyExpression of(PolicyExpression from, List<PolicyExpression> arguments, boolean conditional) {
        PolicyExpression[] parts =
                Stream.concat(Stream.of(from), arguments.stream()).toArray(PolicyExpression[]::new);
        PolicyExpression made = PolicyExpression.of(
                result.type,
                context -> {
                    Object object = conditional ? from.evaluation().in(context) : from.some(context);
                    return object == null || object == NullPropagation.VALUE
                            ? NullPropagation.VALUE
                            : result.call.on(object, Arguments.of(arguments, context));
                },
                parts);
        return owner == ExpressionType.CONTEXT ? made.using(name) : made;
    }

    /** The values given to a member. */
    record Arguments(List<@Nullable Object> values) {

        static Arguments of(List<PolicyExpression> expressions, Context context) {
            List<@Nullable Object> values = new ArrayList<>();
            expressions.forEach(expression -> values.add(expression.evaluation().in(context)));
            return new Arguments(values);
        }

        String text(int index) {
            return (String) some(index);
        }

        @Nullable
        String textOrNull(int index) {
            return (String) values.get(index);
        }

        Strings strings(int index) {
            return (Strings) some(index);
        }

        int number(int index) {
            return (Integer) some(index);
        }

        char character(int index) {
            return (Character) some(index);
        }

        Comparison comparison(int index) {
            return (Comparison) some(index);
        }

        @Nullable
        Object orNull(int index) {
            return values.get(index);
        }

        private Object some(int index) {
            Object value = values.get(index);
            if (value == null) {
                throw new ExpressionFailed("an argument is null");
            }
            return value;
        }
    }

    /** The result of a chain after a {@code ?.} that found null. */
    enum NullPropagation {
        VALUE
    }
}
